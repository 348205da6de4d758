-- By hand, as no model says it: with the block of 4,096 rows that each stands in, as PostgreSQL has it, so that a
-- search for what is frequent by itself and rare together can be asked of the latest rows alone.

DROP TRIGGER "OpportunityWords_insert";
DROP TRIGGER "OpportunityWords_delete";
DROP TRIGGER "OpportunityWords_update";
DROP TABLE "OpportunityFound";

CREATE VIEW "OpportunityInBlock" AS SELECT w."seq", w."words" || ' _b' || (w."seq" / 4096) AS "words" FROM "OpportunityWords" w;

CREATE VIRTUAL TABLE "OpportunityFound" USING fts5(
  "words", content = 'OpportunityInBlock', content_rowid = 'seq', prefix = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);
-- What is taken out leaves nothing behind in the index.
INSERT INTO "OpportunityFound"("OpportunityFound", "rank") VALUES ('secure-delete', 1);
INSERT INTO "OpportunityFound"("OpportunityFound") VALUES ('rebuild');

CREATE TRIGGER "OpportunityWords_insert" AFTER INSERT ON "OpportunityWords" BEGIN
  INSERT INTO "OpportunityFound"("rowid", "words") VALUES (NEW."seq", NEW."words" || ' _b' || (NEW."seq" / 4096));
END;
CREATE TRIGGER "OpportunityWords_delete" AFTER DELETE ON "OpportunityWords" BEGIN
  INSERT INTO "OpportunityFound"("OpportunityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words" || ' _b' || (OLD."seq" / 4096));
END;
CREATE TRIGGER "OpportunityWords_update" AFTER UPDATE OF "words" ON "OpportunityWords" WHEN OLD."words" <> NEW."words" BEGIN
  INSERT INTO "OpportunityFound"("OpportunityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words" || ' _b' || (OLD."seq" / 4096));
  INSERT INTO "OpportunityFound"("rowid", "words") VALUES (NEW."seq", NEW."words" || ' _b' || (NEW."seq" / 4096));
END;

DROP TRIGGER "ActivityWords_insert";
DROP TRIGGER "ActivityWords_delete";
DROP TRIGGER "ActivityWords_update";
DROP TABLE "ActivityFound";

CREATE VIEW "ActivityInBlock" AS SELECT w."seq", w."words" || ' _b' || (w."seq" / 4096) AS "words" FROM "ActivityWords" w;

CREATE VIRTUAL TABLE "ActivityFound" USING fts5(
  "words", content = 'ActivityInBlock', content_rowid = 'seq', prefix = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);
-- What is taken out leaves nothing behind in the index.
INSERT INTO "ActivityFound"("ActivityFound", "rank") VALUES ('secure-delete', 1);
INSERT INTO "ActivityFound"("ActivityFound") VALUES ('rebuild');

CREATE TRIGGER "ActivityWords_insert" AFTER INSERT ON "ActivityWords" BEGIN
  INSERT INTO "ActivityFound"("rowid", "words") VALUES (NEW."seq", NEW."words" || ' _b' || (NEW."seq" / 4096));
END;
CREATE TRIGGER "ActivityWords_delete" AFTER DELETE ON "ActivityWords" BEGIN
  INSERT INTO "ActivityFound"("ActivityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words" || ' _b' || (OLD."seq" / 4096));
END;
CREATE TRIGGER "ActivityWords_update" AFTER UPDATE OF "words" ON "ActivityWords" WHEN OLD."words" <> NEW."words" BEGIN
  INSERT INTO "ActivityFound"("ActivityFound", "rowid", "words") VALUES ('delete', OLD."seq", OLD."words" || ' _b' || (OLD."seq" / 4096));
  INSERT INTO "ActivityFound"("rowid", "words") VALUES (NEW."seq", NEW."words" || ' _b' || (NEW."seq" / 4096));
END;
