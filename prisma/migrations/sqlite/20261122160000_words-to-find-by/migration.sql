-- By hand, as no model says it: what is searched for is written down by the database itself, so that no writer
-- can forget to. Whoever redefines Activity, Opportunity or Person on SQLite makes their triggers again.

-- What no student proposed was open from the day it was written.
UPDATE "Opportunity" SET "openedAt" = "createdAt" WHERE "openedAt" IS NULL AND "proposedById" IS NULL;

CREATE VIEW "OpportunityText" AS
SELECT o."id", replace(o."title" || ' ' || o."organisation" || ' ' || o."description", '_', ' ')
  || CASE WHEN o."retiredAt" IS NOT NULL THEN ' _gone' WHEN o."openedAt" IS NULL THEN ' _proposed' ELSE ' _open' END
  || replace(o."institutionId", '-', '') || ' _u' || replace(o."unitId", '-', '') || ' _c' || o."category"
  || coalesce((SELECT group_concat(' _k' || replace(k."competencyId", '-', ''), '')
    FROM "OpportunityCompetency" k WHERE k."opportunityId" = o."id"), '') AS "words"
FROM "Opportunity" o;

CREATE TABLE "OpportunityWords" ("seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "id" TEXT NOT NULL, "words" TEXT NOT NULL);
CREATE UNIQUE INDEX "OpportunityWords_id_key" ON "OpportunityWords"("id");

CREATE VIRTUAL TABLE "OpportunityFound" USING fts5(
  "words", content = 'OpportunityWords', content_rowid = 'seq', prefix = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);
-- What is taken out leaves nothing behind in the index.
INSERT INTO "OpportunityFound"("OpportunityFound", "rank") VALUES ('secure-delete', 1);

CREATE TRIGGER "OpportunityWords_insert" AFTER INSERT ON "OpportunityWords" BEGIN
  INSERT INTO "OpportunityFound"("rowid", "words") VALUES (NEW."seq", NEW."words");
END;
CREATE TRIGGER "OpportunityWords_delete" AFTER DELETE ON "OpportunityWords" BEGIN
  INSERT INTO "OpportunityFound"("OpportunityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words");
END;
CREATE TRIGGER "OpportunityWords_update" AFTER UPDATE OF "words" ON "OpportunityWords" WHEN OLD."words" <> NEW."words" BEGIN
  INSERT INTO "OpportunityFound"("OpportunityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words");
  INSERT INTO "OpportunityFound"("rowid", "words") VALUES (NEW."seq", NEW."words");
END;

CREATE TRIGGER "Opportunity_words_insert" AFTER INSERT ON "Opportunity" BEGIN
  INSERT INTO "OpportunityWords"("id", "words") SELECT "id", "words" FROM "OpportunityText" WHERE "id" = NEW."id";
END;
CREATE TRIGGER "Opportunity_words_update" AFTER UPDATE OF "title", "organisation", "description", "unitId", "category", "openedAt", "retiredAt" ON "Opportunity" BEGIN
  UPDATE "OpportunityWords" SET "words" = (SELECT t."words" FROM "OpportunityText" t WHERE t."id" = NEW."id") WHERE "id" = NEW."id";
END;
CREATE TRIGGER "Opportunity_words_delete" AFTER DELETE ON "Opportunity" BEGIN
  DELETE FROM "OpportunityWords" WHERE "id" = OLD."id";
END;
CREATE TRIGGER "OpportunityCompetency_words_insert" AFTER INSERT ON "OpportunityCompetency" BEGIN
  UPDATE "OpportunityWords" SET "words" = (SELECT t."words" FROM "OpportunityText" t WHERE t."id" = NEW."opportunityId")
  WHERE "id" = NEW."opportunityId" AND EXISTS (SELECT 1 FROM "Opportunity" o WHERE o."id" = NEW."opportunityId");
END;
CREATE TRIGGER "OpportunityCompetency_words_delete" AFTER DELETE ON "OpportunityCompetency" BEGIN
  UPDATE "OpportunityWords" SET "words" = (SELECT t."words" FROM "OpportunityText" t WHERE t."id" = OLD."opportunityId")
  WHERE "id" = OLD."opportunityId" AND EXISTS (SELECT 1 FROM "Opportunity" o WHERE o."id" = OLD."opportunityId");
END;

INSERT INTO "OpportunityWords"("id", "words") SELECT t."id", t."words" FROM "OpportunityText" t JOIN "Opportunity" o ON o."id" = t."id" ORDER BY o."createdAt", o."id";

CREATE VIEW "ActivityText" AS
SELECT a."id", CASE WHEN a."status" = 'draft' THEN '' ELSE
  replace(p."officialName" || ' ' || p."usedName" || ' ' || a."title" || ' ' || a."organisation", '_', ' ')
  || ' _i' || replace(a."institutionId", '-', '') || ' _u' || replace(a."unitId", '-', '') || ' _s' || a."status" END AS "words"
FROM "Activity" a JOIN "Person" p ON p."id" = a."studentId";

CREATE TABLE "ActivityWords" ("seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "id" TEXT NOT NULL, "words" TEXT NOT NULL);
CREATE UNIQUE INDEX "ActivityWords_id_key" ON "ActivityWords"("id");

CREATE VIRTUAL TABLE "ActivityFound" USING fts5(
  "words", content = 'ActivityWords', content_rowid = 'seq', prefix = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);
-- What is taken out leaves nothing behind in the index.
INSERT INTO "ActivityFound"("ActivityFound", "rank") VALUES ('secure-delete', 1);

CREATE TRIGGER "ActivityWords_insert" AFTER INSERT ON "ActivityWords" BEGIN
  INSERT INTO "ActivityFound"("rowid", "words") VALUES (NEW."seq", NEW."words");
END;
CREATE TRIGGER "ActivityWords_delete" AFTER DELETE ON "ActivityWords" BEGIN
  INSERT INTO "ActivityFound"("ActivityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words");
END;
CREATE TRIGGER "ActivityWords_update" AFTER UPDATE OF "words" ON "ActivityWords" WHEN OLD."words" <> NEW."words" BEGIN
  INSERT INTO "ActivityFound"("ActivityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words");
  INSERT INTO "ActivityFound"("rowid", "words") VALUES (NEW."seq", NEW."words");
END;

CREATE TRIGGER "Activity_words_insert" AFTER INSERT ON "Activity" BEGIN
  INSERT INTO "ActivityWords"("id", "words") SELECT "id", "words" FROM "ActivityText" WHERE "id" = NEW."id";
END;
CREATE TRIGGER "Activity_words_update" AFTER UPDATE OF "title", "organisation", "unitId", "status" ON "Activity" BEGIN
  UPDATE "ActivityWords" SET "words" = (SELECT t."words" FROM "ActivityText" t WHERE t."id" = NEW."id") WHERE "id" = NEW."id";
END;
CREATE TRIGGER "Activity_words_delete" AFTER DELETE ON "Activity" BEGIN
  DELETE FROM "ActivityWords" WHERE "id" = OLD."id";
END;
CREATE TRIGGER "Person_words_update" AFTER UPDATE OF "officialName", "usedName" ON "Person" BEGIN
  UPDATE "ActivityWords" SET "words" = (SELECT t."words" FROM "ActivityText" t WHERE t."id" = "ActivityWords"."id")
  WHERE "id" IN (SELECT a."id" FROM "Activity" a WHERE a."institutionId" = NEW."institutionId" AND a."studentId" = NEW."id");
END;

INSERT INTO "ActivityWords"("id", "words") SELECT t."id", t."words" FROM "ActivityText" t JOIN "Activity" o ON o."id" = t."id" ORDER BY o."createdAt", o."id";
