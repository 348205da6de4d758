-- AlterTable
ALTER TABLE "SigningKey" ADD COLUMN     "activeOf" TEXT;

-- AlterTable
ALTER TABLE "StatusList" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Waiver_studentId_key_idx" ON "Waiver"("studentId", "key");

-- CreateIndex
CREATE INDEX "Award_status_lapsesAt_idx" ON "Award"("status", "lapsesAt");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_activeOf_key" ON "SigningKey"("activeOf");

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
