-- CreateEnum
CREATE TYPE "PaperSize" AS ENUM ('a4', 'letter');

-- CreateEnum
CREATE TYPE "PageLayout" AS ENUM ('landscape', 'portrait');

-- CreateEnum
CREATE TYPE "PaperKind" AS ENUM ('certificate', 'transcript');

-- CreateEnum
CREATE TYPE "PaperOutcome" AS ENUM ('waiting', 'made', 'refused');

-- CreateTable
CREATE TABLE "Signatory" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "inOfficeFrom" TEXT NOT NULL,
    "inOfficeUntil" TEXT,

    CONSTRAINT "Signatory_pkey" PRIMARY KEY ("id")
);

-- Who signed so far goes on signing: "Name, role" in one text becomes a row
INSERT INTO "Signatory" ("id", "institutionId", "name", "role", "inOfficeFrom")
SELECT "id" || '-signatory', "id",
    CASE WHEN position(', ' in "signatory") > 0 THEN split_part("signatory", ', ', 1) ELSE "signatory" END,
    CASE WHEN position(', ' in "signatory") > 0 THEN substr("signatory", position(', ' in "signatory") + 2) ELSE "office" END,
    '0001-01-01'
FROM "Institution" WHERE "signatory" IS NOT NULL;

-- AlterTable
ALTER TABLE "Institution" DROP COLUMN "signatory",
ADD COLUMN     "accentColour" TEXT NOT NULL DEFAULT '#a8812f',
ADD COLUMN     "certificateLayout" "PageLayout" NOT NULL DEFAULT 'landscape',
ADD COLUMN     "crestDigest" TEXT,
ADD COLUMN     "inkColour" TEXT NOT NULL DEFAULT '#12315a',
ADD COLUMN     "mayTitleHear" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "paperSize" "PaperSize" NOT NULL DEFAULT 'a4';

-- AlterTable
ALTER TABLE "Transcript" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en';

-- CreateTable
CREATE TABLE "PaperRun" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "kind" "PaperKind" NOT NULL,
    "programmeId" TEXT,
    "form" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "recipient" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "clearedAt" TIMESTAMP(3),

    CONSTRAINT "PaperRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperRunMember" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "studentId" TEXT NOT NULL,
    "credentialId" TEXT,
    "transcriptId" TEXT,
    "outcome" "PaperOutcome" NOT NULL DEFAULT 'waiting',
    "fileName" TEXT NOT NULL DEFAULT '',
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "crc32" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PaperRunMember_pkey" PRIMARY KEY ("runId","position")
);

-- CreateIndex
CREATE INDEX "Signatory_institutionId_inOfficeFrom_idx" ON "Signatory"("institutionId", "inOfficeFrom");

-- CreateIndex
CREATE INDEX "PaperRun_institutionId_startedAt_idx" ON "PaperRun"("institutionId", "startedAt");

-- CreateIndex
CREATE INDEX "PaperRunMember_runId_outcome_position_idx" ON "PaperRunMember"("runId", "outcome", "position");

-- CreateIndex
CREATE INDEX "PaperRunMember_studentId_idx" ON "PaperRunMember"("studentId");

-- AddForeignKey
ALTER TABLE "Signatory" ADD CONSTRAINT "Signatory_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperRunMember" ADD CONSTRAINT "PaperRunMember_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PaperRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
