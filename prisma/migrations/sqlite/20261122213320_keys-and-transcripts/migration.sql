-- AlterTable
ALTER TABLE "Credential" ADD COLUMN "jwt" TEXT;

-- CreateTable
CREATE TABLE "ActivityCredential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "validOf" TEXT,
    "status" TEXT NOT NULL DEFAULT 'valid',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revocationReason" TEXT,
    CONSTRAINT "ActivityCredential_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActivityCredential_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry" ("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Transcript" (
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
    "sharedAt" DATETIME,
    "revokedAt" DATETIME,
    "revocationReason" TEXT,
    CONSTRAINT "Transcript_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Transcript_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry" ("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TranscriptEntry" (
    "transcriptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "credentialId" TEXT,
    "activityCredentialId" TEXT,

    PRIMARY KEY ("transcriptId", "position"),
    CONSTRAINT "TranscriptEntry_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TranscriptEntry_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "TranscriptEntry_activityCredentialId_fkey" FOREIGN KEY ("activityCredentialId") REFERENCES "ActivityCredential" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Endorsement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "revisionHash" TEXT NOT NULL,
    "endorserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roleTitle" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "shownAs" TEXT NOT NULL,
    "relationship" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "assurance" TEXT NOT NULL,
    "namedBy" TEXT NOT NULL,
    "confirmedRole" TEXT NOT NULL,
    "confirmedMinutes" INTEGER NOT NULL,
    "confirmedStart" TEXT NOT NULL,
    "confirmedEnd" TEXT,
    "endorsementComment" TEXT NOT NULL,
    "confidentialNote" TEXT NOT NULL DEFAULT '',
    "document" TEXT NOT NULL,
    "listId" TEXT,
    "listIndex" INTEGER,
    "endorsedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Endorsement_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Endorsement_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Endorsement_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Endorsement_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry" ("listId", "index") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Endorsement" ("activityId", "assurance", "basis", "confidentialNote", "confirmedEnd", "confirmedMinutes", "confirmedRole", "confirmedStart", "document", "endorsedAt", "endorsementComment", "endorserId", "id", "institutionId", "name", "namedBy", "organisation", "publicId", "relationship", "requestId", "revisionHash", "revisionId", "roleTitle", "shownAs", "withdrawnAt") SELECT "activityId", "assurance", "basis", "confidentialNote", "confirmedEnd", "confirmedMinutes", "confirmedRole", "confirmedStart", "document", "endorsedAt", "endorsementComment", "endorserId", "id", "institutionId", "name", "namedBy", "organisation", "publicId", "relationship", "requestId", "revisionHash", "revisionId", "roleTitle", "shownAs", "withdrawnAt" FROM "Endorsement";
DROP TABLE "Endorsement";
ALTER TABLE "new_Endorsement" RENAME TO "Endorsement";
CREATE UNIQUE INDEX "Endorsement_publicId_key" ON "Endorsement"("publicId");
CREATE INDEX "Endorsement_revisionId_idx" ON "Endorsement"("revisionId");
CREATE INDEX "Endorsement_activityId_idx" ON "Endorsement"("activityId");
CREATE INDEX "Endorsement_endorserId_endorsedAt_idx" ON "Endorsement"("endorserId", "endorsedAt");
CREATE UNIQUE INDEX "Endorsement_listId_listIndex_key" ON "Endorsement"("listId", "listIndex");
CREATE TABLE "new_SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'Ed25519',
    "publicKeyMultibase" TEXT NOT NULL,
    "encryptedPrivate" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "activeOf" TEXT,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    "compromisedSince" DATETIME
);
INSERT INTO "new_SigningKey" ("activeOf", "compromisedSince", "createdAt", "encryptedPrivate", "id", "institutionId", "publicKeyMultibase", "retiredAt", "status") SELECT "activeOf", "compromisedSince", "createdAt", "encryptedPrivate", "id", "institutionId", "publicKeyMultibase", "retiredAt", "status" FROM "SigningKey";
DROP TABLE "SigningKey";
ALTER TABLE "new_SigningKey" RENAME TO "SigningKey";
CREATE UNIQUE INDEX "SigningKey_publicKeyMultibase_key" ON "SigningKey"("publicKeyMultibase");
CREATE INDEX "SigningKey_institutionId_status_idx" ON "SigningKey"("institutionId", "status");
CREATE UNIQUE INDEX "SigningKey_activeOf_kind_key" ON "SigningKey"("activeOf", "kind");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "ActivityCredential_validOf_key" ON "ActivityCredential"("validOf");

-- CreateIndex
CREATE INDEX "ActivityCredential_institutionId_studentId_idx" ON "ActivityCredential"("institutionId", "studentId");

-- CreateIndex
CREATE INDEX "ActivityCredential_revisionId_idx" ON "ActivityCredential"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityCredential_listId_listIndex_key" ON "ActivityCredential"("listId", "listIndex");

-- CreateIndex
CREATE INDEX "Transcript_institutionId_studentId_validFrom_idx" ON "Transcript"("institutionId", "studentId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Transcript_listId_listIndex_key" ON "Transcript"("listId", "listIndex");

-- CreateIndex
CREATE INDEX "TranscriptEntry_credentialId_idx" ON "TranscriptEntry"("credentialId");

-- CreateIndex
CREATE INDEX "TranscriptEntry_activityCredentialId_idx" ON "TranscriptEntry"("activityCredentialId");
