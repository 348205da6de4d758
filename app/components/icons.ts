import archive from 'lucide-static/icons/archive.svg?raw'
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import award from 'lucide-static/icons/award.svg?raw'
import badgeCheck from 'lucide-static/icons/badge-check.svg?raw'
import ban from 'lucide-static/icons/ban.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import building2 from 'lucide-static/icons/building-2.svg?raw'
import calendarX from 'lucide-static/icons/calendar-x.svg?raw'
import camera from 'lucide-static/icons/camera.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import circle from 'lucide-static/icons/circle.svg?raw'
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleDashed from 'lucide-static/icons/circle-dashed.svg?raw'
import circleQuestionMark from 'lucide-static/icons/circle-question-mark.svg?raw'
import circleX from 'lucide-static/icons/circle-x.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import cloudCheck from 'lucide-static/icons/cloud-check.svg?raw'
import copy from 'lucide-static/icons/copy.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw'
import externalLink from 'lucide-static/icons/external-link.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import file from 'lucide-static/icons/file.svg?raw'
import fileCheck from 'lucide-static/icons/file-check.svg?raw'
import fileImage from 'lucide-static/icons/file-image.svg?raw'
import fileSpreadsheet from 'lucide-static/icons/file-spreadsheet.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import forward from 'lucide-static/icons/forward.svg?raw'
import gift from 'lucide-static/icons/gift.svg?raw'
import globe from 'lucide-static/icons/globe.svg?raw'
import graduationCap from 'lucide-static/icons/graduation-cap.svg?raw'
import hourglass from 'lucide-static/icons/hourglass.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import layers from 'lucide-static/icons/layers.svg?raw'
import link from 'lucide-static/icons/link.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import logOut from 'lucide-static/icons/log-out.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import mailX from 'lucide-static/icons/mail-x.svg?raw'
import menu from 'lucide-static/icons/menu.svg?raw'
import messageCircleQuestionMark from 'lucide-static/icons/message-circle-question-mark.svg?raw'
import milestone from 'lucide-static/icons/milestone.svg?raw'
import moon from 'lucide-static/icons/moon.svg?raw'
import notebookPen from 'lucide-static/icons/notebook-pen.svg?raw'
import paperclip from 'lucide-static/icons/paperclip.svg?raw'
import pencilLine from 'lucide-static/icons/pencil-line.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import quote from 'lucide-static/icons/quote.svg?raw'
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw'
import save from 'lucide-static/icons/save.svg?raw'
import scale from 'lucide-static/icons/scale.svg?raw'
import scanEye from 'lucide-static/icons/scan-eye.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import send from 'lucide-static/icons/send.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import share2 from 'lucide-static/icons/share-2.svg?raw'
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw'
import signature from 'lucide-static/icons/signature.svg?raw'
import stamp from 'lucide-static/icons/stamp.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import timerOff from 'lucide-static/icons/timer-off.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import undo2 from 'lucide-static/icons/undo-2.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import userCheck from 'lucide-static/icons/user-check.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'

const files = {
  archive,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  award,
  'badge-check': badgeCheck,
  ban,
  'book-open': bookOpen,
  'building-2': building2,
  'calendar-x': calendarX,
  camera,
  check,
  'chevron-right': chevronRight,
  circle,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-dashed': circleDashed,
  'circle-question-mark': circleQuestionMark,
  'circle-x': circleX,
  clock,
  'cloud-check': cloudCheck,
  copy,
  download,
  ellipsis,
  'external-link': externalLink,
  eye,
  'eye-off': eyeOff,
  file,
  'file-check': fileCheck,
  'file-image': fileImage,
  'file-spreadsheet': fileSpreadsheet,
  'file-text': fileText,
  flag,
  forward,
  gift,
  globe,
  'graduation-cap': graduationCap,
  hourglass,
  house,
  inbox,
  info,
  landmark,
  layers,
  link,
  lock,
  'log-out': logOut,
  mail,
  'mail-x': mailX,
  menu,
  'message-circle-question-mark': messageCircleQuestionMark,
  milestone,
  moon,
  'notebook-pen': notebookPen,
  paperclip,
  'pencil-line': pencilLine,
  plus,
  printer,
  quote,
  'rotate-ccw': rotateCcw,
  save,
  scale,
  'scan-eye': scanEye,
  search,
  send,
  settings,
  'share-2': share2,
  'shield-check': shieldCheck,
  signature,
  stamp,
  sun,
  'timer-off': timerOff,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  upload,
  user,
  'user-check': userCheck,
  users,
  x,
}

export type IconName = keyof typeof files

/** What stands inside each icon's `<svg>`: trusted, constant markup from Lucide. The cast keeps the names. */
export const icons = Object.fromEntries(
  Object.entries(files).map(([name, svg]) => [name, svg.replace(/^.*?<svg.*?>|<\/svg>\s*$/gs, '').trim()]),
) as Record<IconName, string>
