-- CreateEnum
CREATE TYPE "KeyKind" AS ENUM ('Ed25519', 'P256');

-- DropIndex
DROP INDEX "SigningKey_activeOf_key";

-- AlterTable
ALTER TABLE "Endorsement" ADD COLUMN     "listId" TEXT,
ADD COLUMN     "listIndex" INTEGER;

-- AlterTable
ALTER TABLE "SigningKey" ADD COLUMN     "kind" "KeyKind" NOT NULL DEFAULT 'Ed25519';

-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "jwt" TEXT;

-- CreateTable
CREATE TABLE "ActivityCredential" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "validOf" TEXT,
    "status" "CredentialStatus" NOT NULL DEFAULT 'valid',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "revocationReason" "RevocationReason",

    CONSTRAINT "ActivityCredential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transcript" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "isComplete" BOOLEAN NOT NULL,
    "status" "CredentialStatus" NOT NULL DEFAULT 'valid',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "madeById" TEXT NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL DEFAULT '',
    "sharedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "revocationReason" "RevocationReason",

    CONSTRAINT "Transcript_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TranscriptEntry" (
    "transcriptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "credentialId" TEXT,
    "activityCredentialId" TEXT,

    CONSTRAINT "TranscriptEntry_pkey" PRIMARY KEY ("transcriptId","position")
);

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

-- CreateIndex
CREATE UNIQUE INDEX "Endorsement_listId_listIndex_key" ON "Endorsement"("listId", "listIndex");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_activeOf_kind_key" ON "SigningKey"("activeOf", "kind");

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry"("listId", "index") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityCredential" ADD CONSTRAINT "ActivityCredential_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityCredential" ADD CONSTRAINT "ActivityCredential_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry"("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry"("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptEntry" ADD CONSTRAINT "TranscriptEntry_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptEntry" ADD CONSTRAINT "TranscriptEntry_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptEntry" ADD CONSTRAINT "TranscriptEntry_activityCredentialId_fkey" FOREIGN KEY ("activityCredentialId") REFERENCES "ActivityCredential"("id") ON DELETE SET NULL ON UPDATE CASCADE;
