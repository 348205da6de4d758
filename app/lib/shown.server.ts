/** Which activity a form was about, and in which version: an old form changes nothing. */
export function shownBy(params: Record<string, string | undefined>, form: FormData) {
  const seen = form.get('seen')
  return {
    id: params['activityId'] ?? '',
    revision: Number.parseInt(String(form.get('revision')), 10) || 0,
    ...(typeof seen === 'string' && { seen }),
  }
}
