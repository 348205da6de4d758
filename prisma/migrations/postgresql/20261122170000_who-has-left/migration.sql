-- By hand, as no model says it: the few rows that `vouch doctor` asks for, told apart from all others.
CREATE INDEX "Opportunity_left_idx" ON "Opportunity"("institutionId", "validatorUntil") WHERE "validatorUntil" IS NOT NULL;
CREATE INDEX "Opportunity_nobody_idx" ON "Opportunity"("institutionId", "id") WHERE "validatorEmail" = '';
CREATE INDEX "UnitContact_left_idx" ON "UnitContact"("institutionId", "untilDay") WHERE "untilDay" IS NOT NULL;
