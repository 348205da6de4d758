-- CreateTable
CREATE TABLE "Institution" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "accreditation" TEXT,
    "url" TEXT,
    "contactEmail" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "signatory" TEXT,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "publicUrl" TEXT,
    "auditSeq" INTEGER NOT NULL DEFAULT 0,
    "auditHash" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailDomain" (
    "domain" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "MailDomain_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "Unit_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OrganisationDomain" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "linkedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OrganisationDomain_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "officialName" TEXT NOT NULL,
    "usedName" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "passwordHash" TEXT,
    "standingChoice" JSONB,
    "createdAt" DATETIME NOT NULL,
    "erasedAt" DATETIME,
    CONSTRAINT "Person_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EmailAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "EmailAddress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "studentNumber" TEXT NOT NULL,
    "studyProgramme" TEXT NOT NULL,
    "entryYear" INTEGER NOT NULL,
    "attendance" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT,
    CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "userAgent" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "personId" TEXT,
    "address" TEXT,
    "details" JSONB,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ConfirmationCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectId" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

-- CreateTable
CREATE TABLE "Framework" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "publishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Competency" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "frameworkId" TEXT NOT NULL,
    "parentId" TEXT,
    "humanCodingScheme" TEXT,
    "name" TEXT NOT NULL,
    "fullStatement" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Competency_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Competency_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Competency" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Level" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "frameworkId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "Level_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LevelDescriptor" (
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "descriptor" TEXT NOT NULL,

    PRIMARY KEY ("competencyId", "levelId"),
    CONSTRAINT "LevelDescriptor_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LevelDescriptor_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "Level" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CompetencyLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "competencyId" TEXT NOT NULL,
    "associationType" TEXT NOT NULL,
    "targetUri" TEXT NOT NULL,
    "targetFramework" TEXT NOT NULL,
    CONSTRAINT "CompetencyLink_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Opportunity" (
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
    "folded" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "Opportunity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OpportunityCompetency" (
    "opportunityId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,

    PRIMARY KEY ("opportunityId", "competencyId"),
    CONSTRAINT "OpportunityCompetency_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OpportunityCompetency_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Activity" (
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
    "createdAt" DATETIME NOT NULL,
    "statusAt" DATETIME NOT NULL,
    CONSTRAINT "Activity_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Activity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Activity_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "Activity" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_approvedRevisionId_fkey" FOREIGN KEY ("approvedRevisionId") REFERENCES "Revision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TimeEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "activityId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "TimeEntry_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "activityId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "narrative" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Claim_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "Level" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "activityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Invitee_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "genre" TEXT NOT NULL DEFAULT '',
    "showsPeople" BOOLEAN NOT NULL DEFAULT false,
    "url" TEXT,
    "text" TEXT,
    "fileDigest" TEXT,
    "fileName" TEXT,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Evidence_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_institutionId_fileDigest_fkey" FOREIGN KEY ("institutionId", "fileDigest") REFERENCES "StoredFile" ("institutionId", "digest") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "institutionId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "originalDigest" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("institutionId", "digest")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "activityStartDate" TEXT NOT NULL,
    "activityEndDate" TEXT,
    "isPaid" BOOLEAN NOT NULL,
    "isCreditBearing" BOOLEAN NOT NULL,
    "isMandatory" BOOLEAN NOT NULL,
    "hasReflection" BOOLEAN NOT NULL,
    "minutes" INTEGER NOT NULL,
    CONSTRAINT "Revision_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RevisionClaim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "narrative" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "RevisionClaim_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionClaim_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionClaim_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "Level" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RevisionEvidence" (
    "revisionId" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("revisionId", "evidenceId"),
    CONSTRAINT "RevisionEvidence_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Endorser" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "doNotAskAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Endorser_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EndorsementRequest" (
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
    "remindedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "EndorsementRequest_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EndorsementRequest_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EndorsementRequest_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EndorserVisit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "requestId" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "EndorserVisit_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Endorsement" (
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
    "endorsedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Endorsement_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Endorsement_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Endorsement_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Judgement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "endorsementId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "levelId" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Judgement_endorsementId_fkey" FOREIGN KEY ("endorsementId") REFERENCES "Endorsement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Judgement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "RevisionClaim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "decidedAt" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    CONSTRAINT "Review_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RiskFlag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RiskFlag_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "seriesId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "achievementType" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "requirement" JSONB NOT NULL,
    "workloadMinutes" INTEGER NOT NULL,
    "credits" REAL,
    "creditBasis" TEXT,
    "eqfLevel" INTEGER,
    "eqfBasis" TEXT NOT NULL,
    "assessmentType" TEXT NOT NULL,
    "assessor" TEXT NOT NULL,
    "participation" TEXT NOT NULL,
    "qualityAssurance" TEXT NOT NULL,
    "supervision" TEXT NOT NULL,
    "prerequisites" TEXT NOT NULL DEFAULT '',
    "leadsTo" TEXT NOT NULL DEFAULT '',
    "fee" TEXT NOT NULL DEFAULT '',
    "validityMonths" INTEGER,
    "contact" TEXT NOT NULL,
    "createdById" TEXT,
    "publishedById" TEXT,
    "publishedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ProgrammeOutcome" (
    "programmeId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("programmeId", "competencyId"),
    CONSTRAINT "ProgrammeOutcome_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

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

-- CreateTable
CREATE TABLE "Award" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "round" TEXT NOT NULL DEFAULT '1',
    "status" TEXT NOT NULL DEFAULT 'offered',
    "inForce" TEXT,
    "predecessorId" TEXT,
    "choices" JSONB,
    "offeredById" TEXT,
    "offeredAt" DATETIME NOT NULL,
    "lapsesAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    CONSTRAINT "Award_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Award_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "publicKeyMultibase" TEXT NOT NULL,
    "encryptedPrivate" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "activeOf" TEXT,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    "compromisedSince" DATETIME
);

-- CreateTable
CREATE TABLE "StatusList" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'revocation',
    "length" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "document" TEXT,
    "validUntil" DATETIME
);

-- CreateTable
CREATE TABLE "StatusEntry" (
    "listId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "isRevoked" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("listId", "index"),
    CONSTRAINT "StatusEntry_listId_fkey" FOREIGN KEY ("listId") REFERENCES "StatusList" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "institutionId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'valid',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "disclosures" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "awardedDate" DATETIME NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME,
    "sharedAt" DATETIME,
    "revokedAt" DATETIME,
    "revocationReason" TEXT,
    CONSTRAINT "Credential_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Credential_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Credential_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry" ("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CredentialEndorsement" (
    "credentialId" TEXT NOT NULL,
    "endorsementId" TEXT NOT NULL,

    PRIMARY KEY ("credentialId", "endorsementId"),
    CONSTRAINT "CredentialEndorsement_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CredentialEndorsement_endorsementId_fkey" FOREIGN KEY ("endorsementId") REFERENCES "Endorsement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "institutionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("institutionId", "seq")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "institutionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "signedAt" DATETIME NOT NULL,
    "keyMultibase" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    PRIMARY KEY ("institutionId", "seq")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "lastError" TEXT,
    "dedupeKey" TEXT,
    "doneAt" DATETIME,
    "deadAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Institution_slug_key" ON "Institution"("slug");

-- CreateIndex
CREATE INDEX "Unit_institutionId_parentId_idx" ON "Unit"("institutionId", "parentId");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationDomain_institutionId_domain_key" ON "OrganisationDomain"("institutionId", "domain");

-- CreateIndex
CREATE INDEX "Person_institutionId_officialName_idx" ON "Person"("institutionId", "officialName");

-- CreateIndex
CREATE INDEX "EmailAddress_personId_idx" ON "EmailAddress"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "EmailAddress_institutionId_normalised_key" ON "EmailAddress"("institutionId", "normalised");

-- CreateIndex
CREATE INDEX "Enrolment_personId_idx" ON "Enrolment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_institutionId_studentNumber_key" ON "Enrolment"("institutionId", "studentNumber");

-- CreateIndex
CREATE INDEX "Membership_institutionId_role_idx" ON "Membership"("institutionId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_personId_role_unitId_key" ON "Membership"("personId", "role", "unitId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "OneTimeLink_institutionId_purpose_personId_idx" ON "OneTimeLink"("institutionId", "purpose", "personId");

-- CreateIndex
CREATE INDEX "ConfirmationCode_subjectId_createdAt_idx" ON "ConfirmationCode"("subjectId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Framework_institutionId_uri_version_key" ON "Framework"("institutionId", "uri", "version");

-- CreateIndex
CREATE INDEX "Competency_frameworkId_position_idx" ON "Competency"("frameworkId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Level_frameworkId_position_key" ON "Level"("frameworkId", "position");

-- CreateIndex
CREATE INDEX "CompetencyLink_competencyId_idx" ON "CompetencyLink"("competencyId");

-- CreateIndex
CREATE INDEX "Opportunity_institutionId_title_idx" ON "Opportunity"("institutionId", "title");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_approvedRevisionId_key" ON "Activity"("approvedRevisionId");

-- CreateIndex
CREATE INDEX "Activity_institutionId_studentId_createdAt_id_idx" ON "Activity"("institutionId", "studentId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Activity_institutionId_status_statusAt_id_idx" ON "Activity"("institutionId", "status", "statusAt", "id");

-- CreateIndex
CREATE INDEX "Activity_institutionId_unitId_status_statusAt_id_idx" ON "Activity"("institutionId", "unitId", "status", "statusAt", "id");

-- CreateIndex
CREATE INDEX "TimeEntry_activityId_day_idx" ON "TimeEntry"("activityId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_activityId_competencyId_key" ON "Claim"("activityId", "competencyId");

-- CreateIndex
CREATE INDEX "Invitee_activityId_idx" ON "Invitee"("activityId");

-- CreateIndex
CREATE INDEX "Evidence_activityId_createdAt_idx" ON "Evidence"("activityId", "createdAt");

-- CreateIndex
CREATE INDEX "Evidence_institutionId_fileDigest_idx" ON "Evidence"("institutionId", "fileDigest");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_activityId_number_key" ON "Revision"("activityId", "number");

-- CreateIndex
CREATE INDEX "RevisionClaim_revisionId_position_idx" ON "RevisionClaim"("revisionId", "position");

-- CreateIndex
CREATE INDEX "Endorser_personId_idx" ON "Endorser"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Endorser_institutionId_normalised_key" ON "Endorser"("institutionId", "normalised");

-- CreateIndex
CREATE INDEX "EndorsementRequest_institutionId_endorserId_status_statusAt_idx" ON "EndorsementRequest"("institutionId", "endorserId", "status", "statusAt");

-- CreateIndex
CREATE INDEX "EndorsementRequest_activityId_createdAt_idx" ON "EndorsementRequest"("activityId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "EndorsementRequest_revisionId_endorserId_key" ON "EndorsementRequest"("revisionId", "endorserId");

-- CreateIndex
CREATE INDEX "EndorserVisit_requestId_idx" ON "EndorserVisit"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Endorsement_publicId_key" ON "Endorsement"("publicId");

-- CreateIndex
CREATE INDEX "Endorsement_revisionId_idx" ON "Endorsement"("revisionId");

-- CreateIndex
CREATE INDEX "Endorsement_activityId_idx" ON "Endorsement"("activityId");

-- CreateIndex
CREATE INDEX "Endorsement_endorserId_endorsedAt_idx" ON "Endorsement"("endorserId", "endorsedAt");

-- CreateIndex
CREATE INDEX "Judgement_competencyId_levelId_idx" ON "Judgement"("competencyId", "levelId");

-- CreateIndex
CREATE UNIQUE INDEX "Judgement_endorsementId_claimId_key" ON "Judgement"("endorsementId", "claimId");

-- CreateIndex
CREATE INDEX "Review_activityId_decidedAt_idx" ON "Review"("activityId", "decidedAt");

-- CreateIndex
CREATE INDEX "Review_revisionId_idx" ON "Review"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "RiskFlag_revisionId_kind_key" ON "RiskFlag"("revisionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_publicId_key" ON "Programme"("publicId");

-- CreateIndex
CREATE INDEX "Programme_institutionId_status_title_idx" ON "Programme"("institutionId", "status", "title");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_seriesId_version_key" ON "Programme"("seriesId", "version");

-- CreateIndex
CREATE INDEX "Waiver_studentId_key_idx" ON "Waiver"("studentId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Award_inForce_key" ON "Award"("inForce");

-- CreateIndex
CREATE INDEX "Award_institutionId_studentId_offeredAt_idx" ON "Award"("institutionId", "studentId", "offeredAt");

-- CreateIndex
CREATE INDEX "Award_institutionId_programmeId_status_offeredAt_idx" ON "Award"("institutionId", "programmeId", "status", "offeredAt");

-- CreateIndex
CREATE INDEX "Award_status_lapsesAt_idx" ON "Award"("status", "lapsesAt");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_publicKeyMultibase_key" ON "SigningKey"("publicKeyMultibase");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_activeOf_key" ON "SigningKey"("activeOf");

-- CreateIndex
CREATE INDEX "SigningKey_institutionId_status_idx" ON "SigningKey"("institutionId", "status");

-- CreateIndex
CREATE INDEX "StatusList_institutionId_purpose_idx" ON "StatusList"("institutionId", "purpose");

-- CreateIndex
CREATE INDEX "Credential_institutionId_studentId_awardedDate_idx" ON "Credential"("institutionId", "studentId", "awardedDate");

-- CreateIndex
CREATE INDEX "Credential_awardId_idx" ON "Credential"("awardId");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_listId_listIndex_key" ON "Credential"("listId", "listIndex");

-- CreateIndex
CREATE INDEX "CredentialEndorsement_endorsementId_idx" ON "CredentialEndorsement"("endorsementId");

-- CreateIndex
CREATE INDEX "AuditEvent_institutionId_subjectId_seq_idx" ON "AuditEvent"("institutionId", "subjectId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Job_dedupeKey_key" ON "Job"("dedupeKey");

-- CreateIndex
CREATE INDEX "Job_doneAt_deadAt_runAt_idx" ON "Job"("doneAt", "deadAt", "runAt");
