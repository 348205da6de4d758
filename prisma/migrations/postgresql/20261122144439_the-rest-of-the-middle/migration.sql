-- CreateEnum
CREATE TYPE "WrittenKind" AS ENUM ('letter', 'printedForm');

-- CreateEnum
CREATE TYPE "RosterAnswer" AS ENUM ('waiting', 'confirmed', 'refused');

-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('open', 'upheld', 'dismissed', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReceivedKind" AS ENUM ('bounce', 'automatic', 'reply', 'unknown');

-- AlterEnum
ALTER TYPE "ReviewPolicy" ADD VALUE 'bySample';

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "email" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN     "confirmedUntil" TEXT,
ADD COLUMN     "sampleOneIn" INTEGER;

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "teamId" TEXT;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "linkReadAt" TIMESTAMP(3),
ADD COLUMN     "linkTitle" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "DomainProof" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "provenAt" TIMESTAMP(3),

    CONSTRAINT "DomainProof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitContact" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "roleTitle" TEXT NOT NULL DEFAULT '',
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT,
    "deputyName" TEXT NOT NULL DEFAULT '',
    "deputyEmail" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnitContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionWindow" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,

    CONSTRAINT "SubmissionWindow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "personId" TEXT,
    "normalised" TEXT NOT NULL,
    "invitedAt" TIMESTAMP(3) NOT NULL,
    "joinedAt" TIMESTAMP(3),
    "declinedAt" TIMESTAMP(3),

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WrittenConfirmation" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" "WrittenKind" NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fileDigest" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WrittenConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Roster" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "proposedById" TEXT,
    "endorserId" TEXT,
    "opportunityId" TEXT,
    "unitId" TEXT NOT NULL,
    "category" "Category" NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "activityStartDate" TEXT NOT NULL,
    "activityEndDate" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "rosterId" TEXT NOT NULL,
    "studentId" TEXT,
    "name" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "answer" "RosterAnswer" NOT NULL DEFAULT 'waiting',
    "answeredAt" TIMESTAMP(3),
    "activityId" TEXT,

    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewDraw" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "oneIn" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "isDrawn" BOOLEAN NOT NULL,
    "drawnAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'open',
    "openOf" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterTemplate" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedById" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LetterTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceivedMail" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "kind" "ReceivedKind" NOT NULL,
    "requestId" TEXT,
    "receivedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReceivedMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DomainProof_institutionId_unitId_createdAt_idx" ON "DomainProof"("institutionId", "unitId", "createdAt");

-- CreateIndex
CREATE INDEX "UnitContact_institutionId_normalised_idx" ON "UnitContact"("institutionId", "normalised");

-- CreateIndex
CREATE INDEX "UnitContact_unitId_idx" ON "UnitContact"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionWindow_unitId_year_key" ON "SubmissionWindow"("unitId", "year");

-- CreateIndex
CREATE INDEX "TeamMember_personId_idx" ON "TeamMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "TeamMember_teamId_normalised_key" ON "TeamMember"("teamId", "normalised");

-- CreateIndex
CREATE INDEX "Upload_activityId_idx" ON "Upload"("activityId");

-- CreateIndex
CREATE INDEX "Upload_expiresAt_idx" ON "Upload"("expiresAt");

-- CreateIndex
CREATE INDEX "WrittenConfirmation_activityId_createdAt_idx" ON "WrittenConfirmation"("activityId", "createdAt");

-- CreateIndex
CREATE INDEX "WrittenConfirmation_revisionId_idx" ON "WrittenConfirmation"("revisionId");

-- CreateIndex
CREATE INDEX "Roster_institutionId_proposedById_createdAt_idx" ON "Roster"("institutionId", "proposedById", "createdAt");

-- CreateIndex
CREATE INDEX "Roster_endorserId_createdAt_idx" ON "Roster"("endorserId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_activityId_key" ON "RosterEntry"("activityId");

-- CreateIndex
CREATE INDEX "RosterEntry_studentId_answer_idx" ON "RosterEntry"("studentId", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_rosterId_normalised_key" ON "RosterEntry"("rosterId", "normalised");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewDraw_revisionId_key" ON "ReviewDraw"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_openOf_key" ON "Appeal"("openOf");

-- CreateIndex
CREATE INDEX "Appeal_institutionId_status_dueAt_id_idx" ON "Appeal"("institutionId", "status", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Appeal_activityId_createdAt_idx" ON "Appeal"("activityId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LetterTemplate_institutionId_letter_language_key" ON "LetterTemplate"("institutionId", "letter", "language");

-- CreateIndex
CREATE UNIQUE INDEX "ReceivedMail_institutionId_messageId_key" ON "ReceivedMail"("institutionId", "messageId");

-- CreateIndex
CREATE INDEX "Activity_continuesId_idx" ON "Activity"("continuesId");

-- CreateIndex
CREATE INDEX "Activity_teamId_idx" ON "Activity"("teamId");

-- AddForeignKey
ALTER TABLE "UnitContact" ADD CONSTRAINT "UnitContact_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionWindow" ADD CONSTRAINT "SubmissionWindow_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrittenConfirmation" ADD CONSTRAINT "WrittenConfirmation_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrittenConfirmation" ADD CONSTRAINT "WrittenConfirmation_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "Roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDraw" ADD CONSTRAINT "ReviewDraw_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
