-- CreateEnum
CREATE TYPE "Digest" AS ENUM ('each', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "MessageAuthor" AS ENUM ('student', 'endorser');

-- CreateEnum
CREATE TYPE "ConcernStatus" AS ENUM ('open', 'closed');

-- DropForeignKey
ALTER TABLE "EndorserVisit" DROP CONSTRAINT "EndorserVisit_requestId_fkey";

-- DropIndex
DROP INDEX "Opportunity_institutionId_title_idx";

-- DropIndex
DROP INDEX "EndorserVisit_requestId_idx";

-- AlterTable
ALTER TABLE "Institution" ADD COLUMN     "quietFrom" INTEGER,
ADD COLUMN     "quietUntil" INTEGER;

-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN     "deputyEmail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "deputyName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "openedAt" TIMESTAMP(3),
ADD COLUMN     "proposedById" TEXT,
ADD COLUMN     "validatorUntil" TEXT;

-- AlterTable
ALTER TABLE "Endorser" ADD COLUMN     "digest" "Digest" NOT NULL DEFAULT 'each';

-- AlterTable
ALTER TABLE "EndorsementRequest" ADD COLUMN     "escalatedAt" TIMESTAMP(3),
ADD COLUMN     "handedOverById" TEXT,
ADD COLUMN     "nextReminderAt" TIMESTAMP(3),
ADD COLUMN     "remindersSent" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "suggestedEmail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suggestedName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suggestionAnsweredAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "EndorserVisit" ADD COLUMN     "endorserId" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "author" "MessageAuthor" NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT,
    "requestId" TEXT,
    "credentialId" TEXT,
    "reporterName" TEXT NOT NULL,
    "reporterEmail" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ConcernStatus" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closedById" TEXT,
    "closedAt" TIMESTAMP(3),
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Message_requestId_sentAt_idx" ON "Message"("requestId", "sentAt");

-- CreateIndex
CREATE INDEX "Concern_institutionId_status_createdAt_id_idx" ON "Concern"("institutionId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Opportunity_institutionId_title_id_idx" ON "Opportunity"("institutionId", "title", "id");

-- CreateIndex
CREATE INDEX "Opportunity_institutionId_unitId_title_id_idx" ON "Opportunity"("institutionId", "unitId", "title", "id");

-- CreateIndex
CREATE INDEX "Opportunity_institutionId_category_title_id_idx" ON "Opportunity"("institutionId", "category", "title", "id");

-- CreateIndex
CREATE INDEX "Opportunity_proposedById_idx" ON "Opportunity"("proposedById");

-- CreateIndex
CREATE INDEX "OpportunityCompetency_competencyId_idx" ON "OpportunityCompetency"("competencyId");

-- CreateIndex
CREATE UNIQUE INDEX "EndorsementRequest_handedOverById_key" ON "EndorsementRequest"("handedOverById");

-- CreateIndex
CREATE INDEX "EndorsementRequest_nextReminderAt_idx" ON "EndorsementRequest"("nextReminderAt");

-- CreateIndex
CREATE INDEX "EndorserVisit_endorserId_idx" ON "EndorserVisit"("endorserId");

-- AddForeignKey
ALTER TABLE "EndorsementRequest" ADD CONSTRAINT "EndorsementRequest_handedOverById_fkey" FOREIGN KEY ("handedOverById") REFERENCES "EndorsementRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorserVisit" ADD CONSTRAINT "EndorserVisit_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
