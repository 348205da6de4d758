-- AlterTable
ALTER TABLE "Institution" ADD COLUMN "quietFrom" INTEGER;
ALTER TABLE "Institution" ADD COLUMN "quietUntil" INTEGER;

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    CONSTRAINT "Message_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT,
    "requestId" TEXT,
    "credentialId" TEXT,
    "reporterName" TEXT NOT NULL,
    "reporterEmail" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "createdAt" DATETIME NOT NULL,
    "closedById" TEXT,
    "closedAt" DATETIME,
    "outcome" TEXT NOT NULL DEFAULT ''
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Opportunity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "validatorName" TEXT NOT NULL,
    "validatorEmail" TEXT NOT NULL,
    "expectedMinutesMin" INTEGER,
    "expectedMinutesMax" INTEGER,
    "endorsementsNeeded" INTEGER NOT NULL DEFAULT 1,
    "reviewPolicy" TEXT NOT NULL DEFAULT 'always',
    "allowsPeers" BOOLEAN NOT NULL DEFAULT false,
    "deputyName" TEXT NOT NULL DEFAULT '',
    "deputyEmail" TEXT NOT NULL DEFAULT '',
    "validatorUntil" TEXT,
    "proposedById" TEXT,
    "openedAt" DATETIME,
    "folded" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "Opportunity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Opportunity" ("allowsPeers", "category", "createdAt", "description", "endorsementsNeeded", "expectedMinutesMax", "expectedMinutesMin", "folded", "id", "institutionId", "organisation", "retiredAt", "reviewPolicy", "title", "unitId", "validatorEmail", "validatorName") SELECT "allowsPeers", "category", "createdAt", "description", "endorsementsNeeded", "expectedMinutesMax", "expectedMinutesMin", "folded", "id", "institutionId", "organisation", "retiredAt", "reviewPolicy", "title", "unitId", "validatorEmail", "validatorName" FROM "Opportunity";
DROP TABLE "Opportunity";
ALTER TABLE "new_Opportunity" RENAME TO "Opportunity";
CREATE INDEX "Opportunity_institutionId_title_id_idx" ON "Opportunity"("institutionId", "title", "id");
CREATE INDEX "Opportunity_institutionId_unitId_title_id_idx" ON "Opportunity"("institutionId", "unitId", "title", "id");
CREATE INDEX "Opportunity_institutionId_category_title_id_idx" ON "Opportunity"("institutionId", "category", "title", "id");
CREATE INDEX "Opportunity_proposedById_idx" ON "Opportunity"("proposedById");
CREATE TABLE "new_Endorser" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "doNotAskAt" DATETIME,
    "digest" TEXT NOT NULL DEFAULT 'each',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Endorser_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Endorser" ("createdAt", "doNotAskAt", "email", "id", "institutionId", "name", "normalised", "personId") SELECT "createdAt", "doNotAskAt", "email", "id", "institutionId", "name", "normalised", "personId" FROM "Endorser";
DROP TABLE "Endorser";
ALTER TABLE "new_Endorser" RENAME TO "Endorser";
CREATE INDEX "Endorser_personId_idx" ON "Endorser"("personId");
CREATE UNIQUE INDEX "Endorser_institutionId_normalised_key" ON "Endorser"("institutionId", "normalised");
CREATE TABLE "new_EndorsementRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "endorserId" TEXT NOT NULL,
    "endorserName" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "namedBy" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'queued',
    "statusAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "answer" TEXT,
    "declineReason" TEXT,
    "answerNote" TEXT NOT NULL DEFAULT '',
    "suggestedName" TEXT NOT NULL DEFAULT '',
    "suggestedEmail" TEXT NOT NULL DEFAULT '',
    "suggestionAnsweredAt" DATETIME,
    "handedOverById" TEXT,
    "remindersSent" INTEGER NOT NULL DEFAULT 0,
    "nextReminderAt" DATETIME,
    "escalatedAt" DATETIME,
    "remindedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "EndorsementRequest_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EndorsementRequest_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EndorsementRequest_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EndorsementRequest_handedOverById_fkey" FOREIGN KEY ("handedOverById") REFERENCES "EndorsementRequest" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_EndorsementRequest" ("activityId", "answer", "answerNote", "createdAt", "declineReason", "endorserId", "endorserName", "expiresAt", "id", "institutionId", "message", "namedBy", "organisation", "remindedAt", "revisionId", "startedAt", "status", "statusAt") SELECT "activityId", "answer", "answerNote", "createdAt", "declineReason", "endorserId", "endorserName", "expiresAt", "id", "institutionId", "message", "namedBy", "organisation", "remindedAt", "revisionId", "startedAt", "status", "statusAt" FROM "EndorsementRequest";
DROP TABLE "EndorsementRequest";
ALTER TABLE "new_EndorsementRequest" RENAME TO "EndorsementRequest";
CREATE UNIQUE INDEX "EndorsementRequest_handedOverById_key" ON "EndorsementRequest"("handedOverById");
CREATE INDEX "EndorsementRequest_institutionId_endorserId_status_statusAt_idx" ON "EndorsementRequest"("institutionId", "endorserId", "status", "statusAt");
CREATE INDEX "EndorsementRequest_nextReminderAt_idx" ON "EndorsementRequest"("nextReminderAt");
CREATE INDEX "EndorsementRequest_activityId_createdAt_idx" ON "EndorsementRequest"("activityId", "createdAt");
CREATE UNIQUE INDEX "EndorsementRequest_revisionId_endorserId_key" ON "EndorsementRequest"("revisionId", "endorserId");
CREATE TABLE "new_EndorserVisit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "endorserId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "EndorserVisit_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_EndorserVisit" ("createdAt", "expiresAt", "id", "ip", "requestId", "userAgent") SELECT "createdAt", "expiresAt", "id", "ip", "requestId", "userAgent" FROM "EndorserVisit";
DROP TABLE "EndorserVisit";
ALTER TABLE "new_EndorserVisit" RENAME TO "EndorserVisit";
CREATE INDEX "EndorserVisit_endorserId_idx" ON "EndorserVisit"("endorserId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Message_requestId_sentAt_idx" ON "Message"("requestId", "sentAt");

-- CreateIndex
CREATE INDEX "Concern_institutionId_status_createdAt_id_idx" ON "Concern"("institutionId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "OpportunityCompetency_competencyId_idx" ON "OpportunityCompetency"("competencyId");
