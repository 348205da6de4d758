/** What a browser asks to read, the most wanted first, without regions: `de-AT, en;q=0.8` is `de`, `en`. */
export function wantedLanguages(request: Request): string[] {
  const header = (request.headers.get('Accept-Language') ?? '').slice(0, 200)
  const wanted = header.split(',').flatMap((part, at) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const weight = /^\s*q=([\d.]+)$/.exec(rest.join(''))?.[1]
    const language = /^[a-z]{2,3}/.exec(tag)?.[0]
    return language ? [{ language, weight: weight === undefined ? 1 : Number(weight), at }] : []
  })
  const inOrder = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || a.at - b.at)
  return [...new Set(inOrder.map(({ language }) => language))]
}
