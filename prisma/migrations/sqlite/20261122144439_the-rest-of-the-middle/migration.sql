-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN "confirmedUntil" TEXT;
ALTER TABLE "Opportunity" ADD COLUMN "sampleOneIn" INTEGER;

-- CreateTable
CREATE TABLE "DomainProof" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "provenAt" DATETIME
);

-- CreateTable
CREATE TABLE "UnitContact" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "UnitContact_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubmissionWindow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    CONSTRAINT "SubmissionWindow_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "personId" TEXT,
    "normalised" TEXT NOT NULL,
    "invitedAt" DATETIME NOT NULL,
    "joinedAt" DATETIME,
    "declinedAt" DATETIME,
    CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "WrittenConfirmation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fileDigest" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "WrittenConfirmation_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WrittenConfirmation_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Roster" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "proposedById" TEXT,
    "endorserId" TEXT,
    "opportunityId" TEXT,
    "unitId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "activityStartDate" TEXT NOT NULL,
    "activityEndDate" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "rosterId" TEXT NOT NULL,
    "studentId" TEXT,
    "name" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "answer" TEXT NOT NULL DEFAULT 'waiting',
    "answeredAt" DATETIME,
    "activityId" TEXT,
    CONSTRAINT "RosterEntry_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "Roster" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewDraw" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "oneIn" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "isDrawn" BOOLEAN NOT NULL,
    "drawnAt" DATETIME NOT NULL,
    CONSTRAINT "ReviewDraw_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "openOf" TEXT,
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Appeal_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appeal_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LetterTemplate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedById" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ReceivedMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "requestId" TEXT,
    "receivedAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Unit_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Unit" ("id", "institutionId", "kind", "name", "parentId") SELECT "id", "institutionId", "kind", "name", "parentId" FROM "Unit";
DROP TABLE "Unit";
ALTER TABLE "new_Unit" RENAME TO "Unit";
CREATE INDEX "Unit_institutionId_parentId_idx" ON "Unit"("institutionId", "parentId");
CREATE TABLE "new_Activity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "opportunityId" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "approvedRevisionId" TEXT,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "activityStartDate" TEXT,
    "activityEndDate" TEXT,
    "isOngoing" BOOLEAN NOT NULL DEFAULT false,
    "participation" TEXT NOT NULL DEFAULT 'onSite',
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "narrative" TEXT NOT NULL DEFAULT '',
    "situation" TEXT NOT NULL DEFAULT '',
    "task" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "learning" TEXT NOT NULL DEFAULT '',
    "isPaid" BOOLEAN NOT NULL DEFAULT false,
    "isCreditBearing" BOOLEAN NOT NULL DEFAULT false,
    "isMandatory" BOOLEAN NOT NULL DEFAULT false,
    "sensitivity" TEXT NOT NULL DEFAULT 'normal',
    "publicTitle" TEXT NOT NULL DEFAULT '',
    "publicOrganisation" TEXT NOT NULL DEFAULT '',
    "continuesId" TEXT,
    "teamId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "statusAt" DATETIME NOT NULL,
    CONSTRAINT "Activity_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Activity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Activity_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "Activity" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_approvedRevisionId_fkey" FOREIGN KEY ("approvedRevisionId") REFERENCES "Revision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Activity" ("action", "activityEndDate", "activityStartDate", "approvedRevisionId", "category", "continuesId", "createdAt", "id", "institutionId", "isCreditBearing", "isMandatory", "isOngoing", "isPaid", "learning", "minutes", "narrative", "opportunityId", "organisation", "participation", "publicOrganisation", "publicTitle", "result", "revision", "role", "sensitivity", "situation", "status", "statusAt", "studentId", "task", "title", "unitId") SELECT "action", "activityEndDate", "activityStartDate", "approvedRevisionId", "category", "continuesId", "createdAt", "id", "institutionId", "isCreditBearing", "isMandatory", "isOngoing", "isPaid", "learning", "minutes", "narrative", "opportunityId", "organisation", "participation", "publicOrganisation", "publicTitle", "result", "revision", "role", "sensitivity", "situation", "status", "statusAt", "studentId", "task", "title", "unitId" FROM "Activity";
DROP TABLE "Activity";
ALTER TABLE "new_Activity" RENAME TO "Activity";
CREATE UNIQUE INDEX "Activity_approvedRevisionId_key" ON "Activity"("approvedRevisionId");
CREATE INDEX "Activity_institutionId_studentId_createdAt_id_idx" ON "Activity"("institutionId", "studentId", "createdAt", "id");
CREATE INDEX "Activity_institutionId_status_statusAt_id_idx" ON "Activity"("institutionId", "status", "statusAt", "id");
CREATE INDEX "Activity_institutionId_unitId_status_statusAt_id_idx" ON "Activity"("institutionId", "unitId", "status", "statusAt", "id");
CREATE INDEX "Activity_continuesId_idx" ON "Activity"("continuesId");
CREATE INDEX "Activity_teamId_idx" ON "Activity"("teamId");
CREATE TABLE "new_Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "genre" TEXT NOT NULL DEFAULT '',
    "showsPeople" BOOLEAN NOT NULL DEFAULT false,
    "url" TEXT,
    "linkTitle" TEXT NOT NULL DEFAULT '',
    "linkReadAt" DATETIME,
    "text" TEXT,
    "fileDigest" TEXT,
    "fileName" TEXT,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Evidence_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_institutionId_fileDigest_fkey" FOREIGN KEY ("institutionId", "fileDigest") REFERENCES "StoredFile" ("institutionId", "digest") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Evidence" ("activityId", "createdAt", "description", "fileDigest", "fileName", "genre", "id", "institutionId", "kind", "name", "removedAt", "showsPeople", "text", "url") SELECT "activityId", "createdAt", "description", "fileDigest", "fileName", "genre", "id", "institutionId", "kind", "name", "removedAt", "showsPeople", "text", "url" FROM "Evidence";
DROP TABLE "Evidence";
ALTER TABLE "new_Evidence" RENAME TO "Evidence";
CREATE INDEX "Evidence_activityId_createdAt_idx" ON "Evidence"("activityId", "createdAt");
CREATE INDEX "Evidence_institutionId_fileDigest_idx" ON "Evidence"("institutionId", "fileDigest");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
