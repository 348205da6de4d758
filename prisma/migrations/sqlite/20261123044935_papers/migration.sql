-- CreateTable
CREATE TABLE "Signatory" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "inOfficeFrom" TEXT NOT NULL,
    "inOfficeUntil" TEXT,
    CONSTRAINT "Signatory_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "programmeId" TEXT,
    "form" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "recipient" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    "endedAt" DATETIME,
    "clearedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PaperRunMember" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "studentId" TEXT NOT NULL,
    "credentialId" TEXT,
    "transcriptId" TEXT,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "fileName" TEXT NOT NULL DEFAULT '',
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "crc32" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("runId", "position"),
    CONSTRAINT "PaperRunMember_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PaperRun" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Who signed so far goes on signing: "Name, role" in one text becomes a row
INSERT INTO "Signatory" ("id", "institutionId", "name", "role", "inOfficeFrom")
SELECT "id" || '-signatory', "id",
    CASE WHEN instr("signatory", ', ') > 0 THEN substr("signatory", 1, instr("signatory", ', ') - 1) ELSE "signatory" END,
    CASE WHEN instr("signatory", ', ') > 0 THEN substr("signatory", instr("signatory", ', ') + 2) ELSE "office" END,
    '0001-01-01'
FROM "Institution" WHERE "signatory" IS NOT NULL;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Institution" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "accreditation" TEXT,
    "url" TEXT,
    "contactEmail" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "inkColour" TEXT NOT NULL DEFAULT '#12315a',
    "accentColour" TEXT NOT NULL DEFAULT '#a8812f',
    "crestDigest" TEXT,
    "paperSize" TEXT NOT NULL DEFAULT 'a4',
    "certificateLayout" TEXT NOT NULL DEFAULT 'landscape',
    "mayTitleHear" BOOLEAN NOT NULL DEFAULT false,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "quietFrom" INTEGER,
    "quietUntil" INTEGER,
    "publicUrl" TEXT,
    "auditSeq" INTEGER NOT NULL DEFAULT 0,
    "auditHash" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_Institution" ("accreditation", "auditHash", "auditSeq", "contactEmail", "country", "createdAt", "id", "language", "legalName", "name", "office", "publicUrl", "quietFrom", "quietUntil", "slug", "timeZone", "url") SELECT "accreditation", "auditHash", "auditSeq", "contactEmail", "country", "createdAt", "id", "language", "legalName", "name", "office", "publicUrl", "quietFrom", "quietUntil", "slug", "timeZone", "url" FROM "Institution";
DROP TABLE "Institution";
ALTER TABLE "new_Institution" RENAME TO "Institution";
CREATE UNIQUE INDEX "Institution_slug_key" ON "Institution"("slug");
CREATE TABLE "new_Transcript" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "isComplete" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'valid',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "madeById" TEXT NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "sharedAt" DATETIME,
    "revokedAt" DATETIME,
    "revocationReason" TEXT,
    CONSTRAINT "Transcript_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Transcript_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry" ("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Transcript" ("basis", "digest", "document", "id", "institutionId", "isComplete", "listId", "listIndex", "madeById", "recipient", "revocationReason", "revokedAt", "sharedAt", "status", "studentId", "validFrom") SELECT "basis", "digest", "document", "id", "institutionId", "isComplete", "listId", "listIndex", "madeById", "recipient", "revocationReason", "revokedAt", "sharedAt", "status", "studentId", "validFrom" FROM "Transcript";
DROP TABLE "Transcript";
ALTER TABLE "new_Transcript" RENAME TO "Transcript";
CREATE INDEX "Transcript_institutionId_studentId_validFrom_idx" ON "Transcript"("institutionId", "studentId", "validFrom");
CREATE UNIQUE INDEX "Transcript_listId_listIndex_key" ON "Transcript"("listId", "listIndex");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Signatory_institutionId_inOfficeFrom_idx" ON "Signatory"("institutionId", "inOfficeFrom");

-- CreateIndex
CREATE INDEX "PaperRun_institutionId_startedAt_idx" ON "PaperRun"("institutionId", "startedAt");

-- CreateIndex
CREATE INDEX "PaperRunMember_runId_outcome_position_idx" ON "PaperRunMember"("runId", "outcome", "position");

-- CreateIndex
CREATE INDEX "PaperRunMember_studentId_idx" ON "PaperRunMember"("studentId");
