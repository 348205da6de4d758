-- CreateEnum
CREATE TYPE "PartnerStatus" AS ENUM ('invited', 'endorsed', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "AwardingMode" AS ENUM ('byOffice', 'automatic', 'scheduled');

-- CreateEnum
CREATE TYPE "AwardRunOutcome" AS ENUM ('waiting', 'offered', 'issued', 'already', 'notYet', 'refused');

-- CreateEnum
CREATE TYPE "CorrectionCause" AS ENUM ('approvalRescinded', 'endorsementWithdrawn', 'credentialRevoked', 'waiverWithdrawn');

-- CreateEnum
CREATE TYPE "CorrectionStatus" AS ENUM ('open', 'stands', 'reissued', 'revoked');

-- AlterTable
ALTER TABLE "Programme" ADD COLUMN     "artworkDigest" TEXT,
ADD COLUMN     "reviewDate" TEXT,
ADD COLUMN     "translations" JSONB;

-- CreateTable
CREATE TABLE "ProgrammeComment" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "authorId" TEXT,
    "partnerId" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledById" TEXT,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "ProgrammeComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammePartner" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailNormalised" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "status" "PartnerStatus" NOT NULL DEFAULT 'invited',
    "endorsementComment" TEXT NOT NULL DEFAULT '',
    "document" TEXT,
    "invitedById" TEXT,
    "invitedAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "ProgrammePartner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwardingPlan" (
    "seriesId" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "mode" "AwardingMode" NOT NULL DEFAULT 'byOffice',
    "awardingDate" TEXT,
    "isQuiet" BOOLEAN NOT NULL DEFAULT false,
    "round" TEXT NOT NULL DEFAULT '1',
    "updatedById" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AwardingPlan_pkey" PRIMARY KEY ("seriesId")
);

-- CreateTable
CREATE TABLE "AwardRun" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "isQuiet" BOOLEAN NOT NULL DEFAULT false,
    "startedById" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "AwardRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwardRunMember" (
    "runId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "outcome" "AwardRunOutcome" NOT NULL DEFAULT 'waiting',
    "awardId" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AwardRunMember_pkey" PRIMARY KEY ("runId","studentId")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "cause" "CorrectionCause" NOT NULL,
    "causeId" TEXT NOT NULL,
    "status" "CorrectionStatus" NOT NULL DEFAULT 'open',
    "openOf" TEXT,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "answerBy" TIMESTAMP(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMP(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProgrammeComment_programmeId_createdAt_idx" ON "ProgrammeComment"("programmeId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammePartner_publicId_key" ON "ProgrammePartner"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammePartner_programmeId_emailNormalised_key" ON "ProgrammePartner"("programmeId", "emailNormalised");

-- CreateIndex
CREATE INDEX "AwardingPlan_mode_awardingDate_idx" ON "AwardingPlan"("mode", "awardingDate");

-- CreateIndex
CREATE INDEX "AwardRun_institutionId_programmeId_startedAt_idx" ON "AwardRun"("institutionId", "programmeId", "startedAt");

-- CreateIndex
CREATE INDEX "AwardRunMember_runId_outcome_studentId_idx" ON "AwardRunMember"("runId", "outcome", "studentId");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_openOf_key" ON "Correction"("openOf");

-- CreateIndex
CREATE INDEX "Correction_institutionId_status_openedAt_id_idx" ON "Correction"("institutionId", "status", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Correction_studentId_openedAt_idx" ON "Correction"("studentId", "openedAt");

-- CreateIndex
CREATE INDEX "Credential_status_validUntil_idx" ON "Credential"("status", "validUntil");

-- AddForeignKey
ALTER TABLE "ProgrammeComment" ADD CONSTRAINT "ProgrammeComment_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeComment" ADD CONSTRAINT "ProgrammeComment_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "ProgrammePartner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammePartner" ADD CONSTRAINT "ProgrammePartner_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwardRun" ADD CONSTRAINT "AwardRun_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwardRunMember" ADD CONSTRAINT "AwardRunMember_runId_fkey" FOREIGN KEY ("runId") REFERENCES "AwardRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
