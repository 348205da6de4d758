/** What is told at the fields of what a unit offers. */
export const opportunityForms = {
  title: 'Write what it is called.',
  organisation: 'Write where it is, or with whom.',
  unit: 'Choose the unit it belongs to.',
  category: 'Choose what kind of activity it is.',
  description: 'Write what one does there.',
  tooManyCompetencies: 'At most eight: choose what it shows best.',
  day: 'Write a day, such as 2027-06-30.',
  deputy: 'Write name and address of the deputy, or neither.',
  sample: 'Write one in how many is drawn.',
  most: 'Write what it usually takes at least, and then no less than that.',
  reason: 'Write why, so that they know what to do.',
  unknownUnit: 'Choose a unit of the list.',
  unknownCompetency: 'Choose competencies of the list.',
  changed: 'Somebody changed this a moment ago. Open it again and look at it before you do.',
  goneOn: 'Somebody decided about this a moment ago.',
  notYours: 'Choose a unit that you coordinate.',
}
