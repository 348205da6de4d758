-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "MailDomainKind" AS ENUM ('staff', 'student', 'alumni');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('faculty', 'office', 'club', 'service', 'partner');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('fullTime', 'partTime', 'online');

-- CreateEnum
CREATE TYPE "EnrolmentStatus" AS ENUM ('active', 'onLeave', 'graduated', 'withdrawn', 'deceased');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('student', 'supervisor', 'coordinator', 'designer', 'registrar', 'careers', 'admin');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('invitation', 'confirmation', 'passwordReset');

-- CreateEnum
CREATE TYPE "Category" AS ENUM ('club', 'sport', 'arts', 'volunteering', 'internship', 'research', 'employment', 'membership', 'other');

-- CreateEnum
CREATE TYPE "ReviewPolicy" AS ENUM ('always', 'onFlag');

-- CreateEnum
CREATE TYPE "ActivityStatus" AS ENUM ('draft', 'submitted', 'inReview', 'approved', 'returned', 'declined', 'withdrawn', 'rescinded');

-- CreateEnum
CREATE TYPE "Participation" AS ENUM ('onSite', 'online', 'blended');

-- CreateEnum
CREATE TYPE "Sensitivity" AS ENUM ('normal', 'sensitive', 'confidential');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('file', 'link', 'text');

-- CreateEnum
CREATE TYPE "RequestStatus" AS ENUM ('queued', 'sent', 'started', 'answered', 'undeliverable', 'expired', 'withdrawn', 'redirected');

-- CreateEnum
CREATE TYPE "NamedBy" AS ENUM ('institution', 'opportunity', 'student');

-- CreateEnum
CREATE TYPE "Answer" AS ENUM ('endorsed', 'returned', 'declined');

-- CreateEnum
CREATE TYPE "DeclineReason" AS ENUM ('notTheRightPerson', 'doNotKnowStudent', 'cannotJudge', 'didNotHappen', 'other');

-- CreateEnum
CREATE TYPE "Assurance" AS ENUM ('staff', 'organisation', 'email');

-- CreateEnum
CREATE TYPE "Relationship" AS ENUM ('supervisor', 'teacher', 'organiser', 'colleague', 'client', 'fellowStudent');

-- CreateEnum
CREATE TYPE "Basis" AS ENUM ('sawIt', 'supervisedIt', 'fromRecords', 'fromDocument');

-- CreateEnum
CREATE TYPE "ShownAs" AS ENUM ('nameAndRole', 'roleAndOrganisation');

-- CreateEnum
CREATE TYPE "JudgementOutcome" AS ENUM ('atLevel', 'notYet', 'notObserved');

-- CreateEnum
CREATE TYPE "Decision" AS ENUM ('approved', 'returned', 'declined', 'rescinded');

-- CreateEnum
CREATE TYPE "ProgrammeStatus" AS ENUM ('draft', 'inReview', 'published', 'retired');

-- CreateEnum
CREATE TYPE "ProgrammeLevel" AS ENUM ('foundation', 'intermediate', 'advanced');

-- CreateEnum
CREATE TYPE "AchievementType" AS ENUM ('MicroCredential', 'CoCurricular', 'CommunityService', 'Badge');

-- CreateEnum
CREATE TYPE "AwardStatus" AS ENUM ('offered', 'accepted', 'declined', 'lapsed');

-- CreateEnum
CREATE TYPE "KeyStatus" AS ENUM ('active', 'retired', 'lost', 'compromised');

-- CreateEnum
CREATE TYPE "CredentialStatus" AS ENUM ('valid', 'revoked');

-- CreateEnum
CREATE TYPE "RevocationReason" AS ENUM ('superseded', 'issuedInError', 'withdrawnByHolder', 'withdrawnByIssuer');

-- CreateTable
CREATE TABLE "Institution" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailDomain" (
    "domain" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "kind" "MailDomainKind" NOT NULL,

    CONSTRAINT "MailDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" "UnitKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationDomain" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "linkedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OrganisationDomain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "officialName" TEXT NOT NULL,
    "usedName" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "passwordHash" TEXT,
    "standingChoice" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "erasedAt" TIMESTAMP(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailAddress" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EmailAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "studentNumber" TEXT NOT NULL,
    "studyProgramme" TEXT NOT NULL,
    "entryYear" INTEGER NOT NULL,
    "attendance" "Attendance" NOT NULL,
    "status" "EnrolmentStatus" NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "unitId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "userAgent" TEXT NOT NULL,
    "ip" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "personId" TEXT,
    "address" TEXT,
    "details" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfirmationCode" (
    "id" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "ConfirmationCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Framework" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "Framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Competency" (
    "id" TEXT NOT NULL,
    "frameworkId" TEXT NOT NULL,
    "parentId" TEXT,
    "humanCodingScheme" TEXT,
    "name" TEXT NOT NULL,
    "fullStatement" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Competency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Level" (
    "id" TEXT NOT NULL,
    "frameworkId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LevelDescriptor" (
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "descriptor" TEXT NOT NULL,

    CONSTRAINT "LevelDescriptor_pkey" PRIMARY KEY ("competencyId","levelId")
);

-- CreateTable
CREATE TABLE "CompetencyLink" (
    "id" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "associationType" TEXT NOT NULL,
    "targetUri" TEXT NOT NULL,
    "targetFramework" TEXT NOT NULL,

    CONSTRAINT "CompetencyLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opportunity" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "category" "Category" NOT NULL,
    "description" TEXT NOT NULL,
    "validatorName" TEXT NOT NULL,
    "validatorEmail" TEXT NOT NULL,
    "expectedMinutesMin" INTEGER,
    "expectedMinutesMax" INTEGER,
    "endorsementsNeeded" INTEGER NOT NULL DEFAULT 1,
    "reviewPolicy" "ReviewPolicy" NOT NULL DEFAULT 'always',
    "allowsPeers" BOOLEAN NOT NULL DEFAULT false,
    "folded" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "Opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpportunityCompetency" (
    "opportunityId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,

    CONSTRAINT "OpportunityCompetency_pkey" PRIMARY KEY ("opportunityId","competencyId")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "opportunityId" TEXT,
    "status" "ActivityStatus" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "approvedRevisionId" TEXT,
    "category" "Category" NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "activityStartDate" TEXT,
    "activityEndDate" TEXT,
    "isOngoing" BOOLEAN NOT NULL DEFAULT false,
    "participation" "Participation" NOT NULL DEFAULT 'onSite',
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
    "sensitivity" "Sensitivity" NOT NULL DEFAULT 'normal',
    "publicTitle" TEXT NOT NULL DEFAULT '',
    "publicOrganisation" TEXT NOT NULL DEFAULT '',
    "continuesId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "statusAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimeEntry" (
    "id" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TimeEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "narrative" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitee" (
    "id" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Invitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "genre" TEXT NOT NULL DEFAULT '',
    "showsPeople" BOOLEAN NOT NULL DEFAULT false,
    "url" TEXT,
    "text" TEXT,
    "fileDigest" TEXT,
    "fileName" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "institutionId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "originalDigest" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("institutionId","digest")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL,
    "category" "Category" NOT NULL,
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

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionClaim" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "narrative" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RevisionClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionEvidence" (
    "revisionId" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RevisionEvidence_pkey" PRIMARY KEY ("revisionId","evidenceId")
);

-- CreateTable
CREATE TABLE "Endorser" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "doNotAskAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Endorser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EndorsementRequest" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "endorserId" TEXT NOT NULL,
    "endorserName" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "namedBy" "NamedBy" NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "status" "RequestStatus" NOT NULL DEFAULT 'queued',
    "statusAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "answer" "Answer",
    "declineReason" "DeclineReason",
    "answerNote" TEXT NOT NULL DEFAULT '',
    "remindedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EndorsementRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EndorserVisit" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EndorserVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" TEXT NOT NULL,
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
    "shownAs" "ShownAs" NOT NULL,
    "relationship" "Relationship" NOT NULL,
    "basis" "Basis" NOT NULL,
    "assurance" "Assurance" NOT NULL,
    "namedBy" "NamedBy" NOT NULL,
    "confirmedRole" TEXT NOT NULL,
    "confirmedMinutes" INTEGER NOT NULL,
    "confirmedStart" TEXT NOT NULL,
    "confirmedEnd" TEXT,
    "endorsementComment" TEXT NOT NULL,
    "confidentialNote" TEXT NOT NULL DEFAULT '',
    "document" TEXT NOT NULL,
    "endorsedAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Judgement" (
    "id" TEXT NOT NULL,
    "endorsementId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "outcome" "JudgementOutcome" NOT NULL,
    "levelId" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "activityId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "decision" "Decision" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskFlag" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RiskFlag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "seriesId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "ProgrammeStatus" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "level" "ProgrammeLevel" NOT NULL,
    "achievementType" "AchievementType" NOT NULL,
    "description" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "requirement" JSONB NOT NULL,
    "workloadMinutes" INTEGER NOT NULL,
    "credits" DOUBLE PRECISION,
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
    "publishedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeOutcome" (
    "programmeId" TEXT NOT NULL,
    "competencyId" TEXT NOT NULL,
    "levelId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ProgrammeOutcome_pkey" PRIMARY KEY ("programmeId","competencyId")
);

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

-- CreateTable
CREATE TABLE "Award" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "round" TEXT NOT NULL DEFAULT '1',
    "status" "AwardStatus" NOT NULL DEFAULT 'offered',
    "inForce" TEXT,
    "predecessorId" TEXT,
    "choices" JSONB,
    "offeredById" TEXT,
    "offeredAt" TIMESTAMP(3) NOT NULL,
    "lapsesAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "Award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "publicKeyMultibase" TEXT NOT NULL,
    "encryptedPrivate" TEXT,
    "status" "KeyStatus" NOT NULL DEFAULT 'active',
    "activeOf" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "retiredAt" TIMESTAMP(3),
    "compromisedSince" TIMESTAMP(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusList" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'revocation',
    "length" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "document" TEXT,
    "validUntil" TIMESTAMP(3),

    CONSTRAINT "StatusList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusEntry" (
    "listId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "isRevoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StatusEntry_pkey" PRIMARY KEY ("listId","index")
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL,
    "institutionId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "status" "CredentialStatus" NOT NULL DEFAULT 'valid',
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "disclosures" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "listIndex" INTEGER NOT NULL,
    "awardedDate" TIMESTAMP(3) NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "validUntil" TIMESTAMP(3),
    "sharedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "revocationReason" "RevocationReason",

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CredentialEndorsement" (
    "credentialId" TEXT NOT NULL,
    "endorsementId" TEXT NOT NULL,

    CONSTRAINT "CredentialEndorsement_pkey" PRIMARY KEY ("credentialId","endorsementId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "institutionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("institutionId","seq")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "institutionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,
    "keyMultibase" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("institutionId","seq")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "runAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMP(3),
    "lastError" TEXT,
    "dedupeKey" TEXT,
    "doneAt" TIMESTAMP(3),
    "deadAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "MailDomain" ADD CONSTRAINT "MailDomain_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationDomain" ADD CONSTRAINT "OrganisationDomain_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailAddress" ADD CONSTRAINT "EmailAddress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Competency" ADD CONSTRAINT "Competency_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Competency" ADD CONSTRAINT "Competency_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Competency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Level" ADD CONSTRAINT "Level_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelDescriptor" ADD CONSTRAINT "LevelDescriptor_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelDescriptor" ADD CONSTRAINT "LevelDescriptor_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "Level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompetencyLink" ADD CONSTRAINT "CompetencyLink_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opportunity" ADD CONSTRAINT "Opportunity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpportunityCompetency" ADD CONSTRAINT "OpportunityCompetency_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpportunityCompetency" ADD CONSTRAINT "OpportunityCompetency_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_approvedRevisionId_fkey" FOREIGN KEY ("approvedRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "Level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitee" ADD CONSTRAINT "Invitee_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_institutionId_fileDigest_fkey" FOREIGN KEY ("institutionId", "fileDigest") REFERENCES "StoredFile"("institutionId", "digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionClaim" ADD CONSTRAINT "RevisionClaim_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionClaim" ADD CONSTRAINT "RevisionClaim_competencyId_fkey" FOREIGN KEY ("competencyId") REFERENCES "Competency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionClaim" ADD CONSTRAINT "RevisionClaim_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "Level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionEvidence" ADD CONSTRAINT "RevisionEvidence_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionEvidence" ADD CONSTRAINT "RevisionEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorser" ADD CONSTRAINT "Endorser_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorsementRequest" ADD CONSTRAINT "EndorsementRequest_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorsementRequest" ADD CONSTRAINT "EndorsementRequest_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorsementRequest" ADD CONSTRAINT "EndorsementRequest_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorserVisit" ADD CONSTRAINT "EndorserVisit_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "EndorsementRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_endorserId_fkey" FOREIGN KEY ("endorserId") REFERENCES "Endorser"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_endorsementId_fkey" FOREIGN KEY ("endorsementId") REFERENCES "Endorsement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "RevisionClaim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskFlag" ADD CONSTRAINT "RiskFlag_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeOutcome" ADD CONSTRAINT "ProgrammeOutcome_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusEntry" ADD CONSTRAINT "StatusEntry_listId_fkey" FOREIGN KEY ("listId") REFERENCES "StatusList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_listId_listIndex_fkey" FOREIGN KEY ("listId", "listIndex") REFERENCES "StatusEntry"("listId", "index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialEndorsement" ADD CONSTRAINT "CredentialEndorsement_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialEndorsement" ADD CONSTRAINT "CredentialEndorsement_endorsementId_fkey" FOREIGN KEY ("endorsementId") REFERENCES "Endorsement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
