/** What somebody is, inside a sentence. */
export const roles = {
  student: 'a student',
  supervisor: 'a supervisor',
  coordinator: 'a coordinator',
  designer: 'a designer of programmes',
  registrar: 'a registrar',
  careers: 'a member of the careers service',
  admin: 'an administrator',
}
