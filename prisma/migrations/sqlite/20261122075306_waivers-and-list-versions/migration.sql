-- AlterTable
ALTER TABLE "SigningKey" ADD COLUMN "activeOf" TEXT;

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Waiver_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_StatusList" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'revocation',
    "length" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "document" TEXT,
    "validUntil" DATETIME
);
INSERT INTO "new_StatusList" ("document", "id", "institutionId", "length", "purpose", "validUntil") SELECT "document", "id", "institutionId", "length", "purpose", "validUntil" FROM "StatusList";
DROP TABLE "StatusList";
ALTER TABLE "new_StatusList" RENAME TO "StatusList";
CREATE INDEX "StatusList_institutionId_purpose_idx" ON "StatusList"("institutionId", "purpose");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Waiver_studentId_key_idx" ON "Waiver"("studentId", "key");

-- CreateIndex
CREATE INDEX "Award_status_lapsesAt_idx" ON "Award"("status", "lapsesAt");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_activeOf_key" ON "SigningKey"("activeOf");
