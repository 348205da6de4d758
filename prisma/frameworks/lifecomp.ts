import type { FrameworkSource } from '~/domain/framework'

/**
 * LifeComp: names, codes and areas are the framework's. The statements and the rubric are ours: what somebody
 * who was there could have seen.
 */
export const lifecomp: FrameworkSource = {
  title: 'LifeComp: The European Framework for Personal, Social and Learning to Learn Key Competence',
  version: '2020',
  publisher: 'European Commission, Joint Research Centre',
  uri: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC120911',
  licence: 'CC-BY-4.0',
  attribution:
    'Sala, A., Punie, Y., Garkov, V. and Cabrera, M. (2020), LifeComp, EUR 30246 EN, © European Union 2020, CC BY 4.0. ' +
    'Statements and rubric rewritten by Vouch.',
  levels: ['Emerging', 'Developing', 'Proficient', 'Leading'],
  areas: [
    {
      name: 'Personal',
      statement: 'How somebody steers themselves.',
      competencies: [
        {
          code: 'P1',
          name: 'Self-regulation',
          statement: 'Notices own feelings, thoughts and habits, and steers them towards what matters.',
          descriptors: [
            'Says when something is getting too much, and takes a break when told to.',
            'Keeps to a plan they made on ordinary days, and asks for help before it slips.',
            'Stays calm and on task when things go wrong, and makes up lost time without being asked.',
            'Steadies others under pressure, and sets a way of working that the group keeps.',
          ],
        },
        {
          code: 'P2',
          name: 'Flexibility',
          statement: 'Changes course when circumstances do, and copes with not knowing yet.',
          descriptors: [
            'Goes along with a changed plan once somebody has explained it.',
            'Adjusts their own part when plans change, and says what that means for others.',
            'Prepares a second way beforehand, and switches to it without losing the aim.',
            'Sees a change coming, redraws the plan with everyone it touches, and carries them along.',
          ],
        },
        {
          code: 'P3',
          name: 'Wellbeing',
          statement: 'Looks after body, mind and surroundings, their own and those of others.',
          descriptors: [
            'Follows the safety and rest rules that were explained.',
            'Keeps a load they can carry, and says no to what would be too much.',
            'Notices when somebody in the group is worn out, and shares the load out anew.',
            'Changes how the group works so that people stay well, and it still works after they leave.',
          ],
        },
      ],
    },
    {
      name: 'Social',
      statement: 'How somebody is with others.',
      competencies: [
        {
          code: 'S1',
          name: 'Empathy',
          statement: 'Understands what others feel and see, and acts on it.',
          descriptors: [
            'Lets others finish, and can say afterwards what they wanted.',
            'Asks how somebody else sees it before answering, and takes it into account.',
            'Puts into words what somebody found hard to say, so that they feel understood.',
            'Brings people of opposed views to hear each other, and leaves nobody out.',
          ],
        },
        {
          code: 'S2',
          name: 'Communication',
          statement: 'Makes themselves understood, and listens, in the way the moment asks for.',
          descriptors: [
            'Passes on a message correctly, and asks when something is unclear.',
            'Explains their own work clearly to people who know the subject.',
            'Chooses words and form for people who do not know the subject, and checks what arrived.',
            'Speaks for the group in difficult talks, and finds words that others take over.',
          ],
        },
        {
          code: 'S3',
          name: 'Collaboration',
          statement: 'Works with others towards something shared, and does their part of it.',
          descriptors: [
            'Does the task that was given, and says when it is done.',
            'Offers help and takes it, and keeps what was agreed with the group.',
            'Divides work with others fairly, settles disagreements, and brings it to an end together.',
            'Makes a group out of strangers, so that each one contributes and the result belongs to all.',
          ],
        },
      ],
    },
    {
      name: 'Learning to learn',
      statement: 'How somebody goes on learning.',
      competencies: [
        {
          code: 'L1',
          name: 'Growth mindset',
          statement: 'Believes that they and others can get better, and works at it.',
          descriptors: [
            'Tries again after a failure when somebody encourages them.',
            'Asks for feedback, and shows the next time what came of it.',
            'Takes on what they cannot do yet, and names what they learned from mistakes.',
            'Makes it normal in the group to try, fail and try better, and helps others to grow.',
          ],
        },
        {
          code: 'L2',
          name: 'Critical thinking',
          statement: 'Weighs evidence and arguments before believing or deciding.',
          descriptors: [
            'Tells what they know from what they suppose when asked.',
            'Compares several sources, and says why one is to be trusted more.',
            'Questions their own first answer, tests it, and gives reasons others can check.',
            'Finds the flaw in what all took for granted, and leads the group to a better-founded decision.',
          ],
        },
        {
          code: 'L3',
          name: 'Managing learning',
          statement: 'Plans, follows and judges their own learning.',
          descriptors: [
            'Follows a plan for learning that somebody else made.',
            'Sets themselves a goal, and finds what is needed to reach it.',
            'Keeps track of what they have learned, and changes their way when it does not lead there.',
            'Plans what the group needs to learn, finds the people and means for it, and passes it on.',
          ],
        },
      ],
    },
  ],
}
