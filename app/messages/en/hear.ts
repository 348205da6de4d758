/**
 * What a full transcript is called where the institution belongs to the scheme of the Higher Education Achievement
 * Report, which exists in English alone: its section 6.1 is for achievements outside the curriculum.
 */
export const hear = {
  heading: 'Higher Education Achievement Report, section 6.1',
  kindMeaning:
    'Additional information to the Higher Education Achievement Report: learning outside the curriculum that the ' +
    'institution has verified. It is not an academic transcript, and gives no credit and no qualification, save where an ' +
    'entry says so.',
}
