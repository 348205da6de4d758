import type { PaperMessages } from '../en/papers'

/** Said so that it is right of women and men alike. */
export const certificate: PaperMessages['certificate'] = {
  kinds: {
    MicroCredential: { heading: 'شهادة اعتماد مصغّر', earned: 'على الاعتماد المصغّر' },
    CoCurricular: { heading: 'شهادة أنشطة لاصفية', earned: 'على شهادة إتمام البرنامج' },
    CommunityService: { heading: 'شهادة خدمة مجتمعية', earned: 'على شهادة إتمام الخدمة' },
    Badge: { heading: 'شهادة', earned: 'على' },
  },
  specimen: 'نموذج غير صالح',
  certifies: 'تشهد بحصول',
  emblem: 'شعار البرنامج',
  level: 'المستوى',
  workload: 'عبء العمل',
  confirmed: 'المؤكَّد',
  credit: 'النقاط المعتمدة',
  awarded: 'تاريخ المنح',
  validUntil: 'سارية حتى',
  shown: 'ما جرى إثباته',
  shownNote: 'المستويات وفق حكم الآخرين',
  confirmedBy: 'أكّد ذلك',
  moreOverleaf: 'البقية في الصفحة التالية',
  qrCode: 'رمز الاستجابة السريعة وفيه عنوان هذه الشهادة',
  check: 'للتحقق من هذه الشهادة:',
  number: 'الشهادة',
  about: 'عن هذه الشهادة',
  description: 'الوصف',
  restsOn: 'ما تستند إليه',
  activity: 'النشاط',
  period: 'الفترة',
  hours: 'الساعات',
  reading: 'كيف تُقرأ',
  scale: 'المستويات، من الأدنى إلى الأعلى',
  confirmedMeans: 'المؤكَّد',
  confirmedMeaning:
    'أكّد شخص غير صاحب الشهادة الساعات، واختار كل مستوى وفق نص معايير التقييم. ويبيّن السطر تحت كل اسم كيف عُرف ذلك الشخص.',
  checking: 'التحقق',
  checkingMeaning:
    'يقود العنوان ورمز الاستجابة السريعة إلى الحالة الراهنة لهذه الشهادة، حتى إن أُلغيت. ويحمل هذا الملف الشهادة الموقّعة ' +
    'باسم credential.json للبرامج التي تقرأ Open Badges\u00a03.0.',
  attachment: 'الشهادة الموقّعة (Open Badges 3.0)',
}
