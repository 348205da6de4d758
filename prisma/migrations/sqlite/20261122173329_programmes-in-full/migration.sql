-- AlterTable
ALTER TABLE "Programme" ADD COLUMN "artworkDigest" TEXT;
ALTER TABLE "Programme" ADD COLUMN "reviewDate" TEXT;
ALTER TABLE "Programme" ADD COLUMN "translations" JSONB;

-- CreateTable
CREATE TABLE "ProgrammeComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "authorId" TEXT,
    "partnerId" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "settledById" TEXT,
    "settledAt" DATETIME,
    CONSTRAINT "ProgrammeComment_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ProgrammeComment_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "ProgrammePartner" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProgrammePartner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailNormalised" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "status" TEXT NOT NULL DEFAULT 'invited',
    "endorsementComment" TEXT NOT NULL DEFAULT '',
    "document" TEXT,
    "invitedById" TEXT,
    "invitedAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    CONSTRAINT "ProgrammePartner_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AwardingPlan" (
    "seriesId" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'byOffice',
    "awardingDate" TEXT,
    "isQuiet" BOOLEAN NOT NULL DEFAULT false,
    "round" TEXT NOT NULL DEFAULT '1',
    "updatedById" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AwardRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "isQuiet" BOOLEAN NOT NULL DEFAULT false,
    "startedById" TEXT,
    "startedAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "AwardRun_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AwardRunMember" (
    "runId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "awardId" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("runId", "studentId"),
    CONSTRAINT "AwardRunMember_runId_fkey" FOREIGN KEY ("runId") REFERENCES "AwardRun" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "causeId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "openOf" TEXT,
    "openedAt" DATETIME NOT NULL,
    "answerBy" DATETIME NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" DATETIME,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Correction_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
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
