-- No semicolon stands inside a statement: they are cut apart there, so functions write it as \x3b.
-- By hand, as no model says it: what is searched for is written down by the database itself, so that no writer
-- can forget to.

-- Each word by all of its beginnings, so that looking one up is one step. Folded as app/domain/fold.ts folds what is
-- searched for: no case, no marks over or under letters. Where the server knows the
-- rules of Unicode it is asked for them, whatever the language of the database.
DO E'BEGIN EXECUTE format(
  $function$
    CREATE FUNCTION "wordStarts"(said TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
      SELECT coalesce(array_agg(DISTINCT left(word, letters)), ARRAY[]::TEXT[]) FROM regexp_split_to_table(
        lower(normalize(regexp_replace(normalize(said, NFKD), %L, %L, %L), NFC) COLLATE %I), %L
      ) word, generate_series(1, least(length(word), 17)) n, LATERAL (SELECT CASE n WHEN 17 THEN 60 ELSE n END AS letters) l
    $body$
  $function$,
  \'[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc]\', \'\', \'g\',
  coalesce((SELECT min(collname) FROM pg_collation WHERE collname = \'und-x-icu\'), \'default\'),
  \'[^[:alnum:]]+\'
)\x3b END';

-- With the block of 4,096 rows that it stands in, by which the latest are asked first.
CREATE FUNCTION "inBlock"(words TEXT[], seq BIGINT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(words || ('_b' || seq / 4096))
$$;

-- What no student proposed was open from the day it was written.
UPDATE "Opportunity" SET "openedAt" = "createdAt" WHERE "openedAt" IS NULL AND "proposedById" IS NULL;

CREATE VIEW "OpportunityText" AS
SELECT o."id", "wordStarts"(o."title" || ' ' || o."organisation" || ' ' || o."description") || ARRAY[
    CASE WHEN o."retiredAt" IS NOT NULL THEN '_gone' WHEN o."openedAt" IS NULL THEN '_proposed' ELSE '_open' END
      || replace(o."institutionId", '-', ''),
    '_u' || replace(o."unitId", '-', ''), '_c' || o."category"
  ] || ARRAY(SELECT '_k' || replace(k."competencyId", '-', '')
    FROM "OpportunityCompetency" k WHERE k."opportunityId" = o."id") AS "words"
FROM "Opportunity" o;

CREATE TABLE "OpportunityWords" ("seq" BIGSERIAL NOT NULL, "id" TEXT NOT NULL, "words" TSVECTOR NOT NULL, CONSTRAINT "OpportunityWords_pkey" PRIMARY KEY ("seq"));
CREATE UNIQUE INDEX "OpportunityWords_id_key" ON "OpportunityWords"("id");
CREATE INDEX "OpportunityWords_words_idx" ON "OpportunityWords" USING GIN ("words") WITH (fastupdate = on, gin_pending_list_limit = 64);

CREATE FUNCTION "keepOpportunityWords"() RETURNS TRIGGER LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = \'DELETE\' THEN
    DELETE FROM "OpportunityWords" WHERE "id" = OLD."id"\x3b
  ELSIF TG_OP = \'INSERT\' THEN
    INSERT INTO "OpportunityWords"("seq", "id", "words") SELECT n."seq", t."id", "inBlock"(t."words", n."seq")
    FROM "OpportunityText" t, (SELECT nextval(\'"OpportunityWords_seq_seq"\') AS "seq") n WHERE t."id" = NEW."id"\x3b
  ELSE
    UPDATE "OpportunityWords" w SET "words" = "inBlock"(t."words", w."seq") FROM "OpportunityText" t WHERE t."id" = NEW."id" AND w."id" = t."id"\x3b
  END IF\x3b
  RETURN NULL\x3b
END
';
CREATE TRIGGER "Opportunity_words" AFTER INSERT OR DELETE OR UPDATE OF "title", "organisation", "description", "unitId", "category", "openedAt", "retiredAt" ON "Opportunity" FOR EACH ROW EXECUTE FUNCTION "keepOpportunityWords"();

CREATE FUNCTION "keepOpportunityCompetencies"() RETURNS TRIGGER LANGUAGE plpgsql AS E'
BEGIN
  UPDATE "OpportunityWords" w SET "words" = "inBlock"(t."words", w."seq") FROM "OpportunityText" t
  WHERE t."id" = coalesce(NEW."opportunityId", OLD."opportunityId") AND w."id" = t."id"\x3b
  RETURN NULL\x3b
END
';
CREATE TRIGGER "OpportunityCompetency_words" AFTER INSERT OR DELETE ON "OpportunityCompetency" FOR EACH ROW EXECUTE FUNCTION "keepOpportunityCompetencies"();

INSERT INTO "OpportunityWords"("id", "words") SELECT t."id", '' FROM "OpportunityText" t JOIN "Opportunity" o ON o."id" = t."id" ORDER BY o."createdAt", o."id";
UPDATE "OpportunityWords" w SET "words" = "inBlock"(t."words", w."seq") FROM "OpportunityText" t WHERE w."id" = t."id";

CREATE VIEW "ActivityText" AS
SELECT a."id", CASE WHEN a."status" = 'draft' THEN ARRAY[]::TEXT[] ELSE
  "wordStarts"(p."officialName" || ' ' || p."usedName" || ' ' || a."title" || ' ' || a."organisation") || ARRAY[
    '_i' || replace(a."institutionId", '-', ''), '_u' || replace(a."unitId", '-', ''), '_s' || a."status"
  ] END AS "words"
FROM "Activity" a JOIN "Person" p ON p."id" = a."studentId";

CREATE TABLE "ActivityWords" ("seq" BIGSERIAL NOT NULL, "id" TEXT NOT NULL, "words" TSVECTOR NOT NULL, CONSTRAINT "ActivityWords_pkey" PRIMARY KEY ("seq"));
CREATE UNIQUE INDEX "ActivityWords_id_key" ON "ActivityWords"("id");
CREATE INDEX "ActivityWords_words_idx" ON "ActivityWords" USING GIN ("words") WITH (fastupdate = on, gin_pending_list_limit = 64);

CREATE FUNCTION "keepActivityWords"() RETURNS TRIGGER LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = \'DELETE\' THEN
    DELETE FROM "ActivityWords" WHERE "id" = OLD."id"\x3b
  ELSIF TG_OP = \'INSERT\' THEN
    INSERT INTO "ActivityWords"("seq", "id", "words") SELECT n."seq", t."id", "inBlock"(t."words", n."seq")
    FROM "ActivityText" t, (SELECT nextval(\'"ActivityWords_seq_seq"\') AS "seq") n WHERE t."id" = NEW."id"\x3b
  ELSE
    UPDATE "ActivityWords" w SET "words" = "inBlock"(t."words", w."seq") FROM "ActivityText" t WHERE t."id" = NEW."id" AND w."id" = t."id"\x3b
  END IF\x3b
  RETURN NULL\x3b
END
';
CREATE TRIGGER "Activity_words" AFTER INSERT OR DELETE OR UPDATE OF "title", "organisation", "unitId", "status" ON "Activity" FOR EACH ROW EXECUTE FUNCTION "keepActivityWords"();

CREATE FUNCTION "keepStudentWords"() RETURNS TRIGGER LANGUAGE plpgsql AS E'
BEGIN
  UPDATE "ActivityWords" w SET "words" = "inBlock"(t."words", w."seq") FROM "Activity" a JOIN "ActivityText" t ON t."id" = a."id"
  WHERE a."institutionId" = NEW."institutionId" AND a."studentId" = NEW."id" AND w."id" = a."id"\x3b
  RETURN NULL\x3b
END
';
CREATE TRIGGER "Person_words" AFTER UPDATE OF "officialName", "usedName" ON "Person" FOR EACH ROW EXECUTE FUNCTION "keepStudentWords"();

INSERT INTO "ActivityWords"("id", "words") SELECT t."id", '' FROM "ActivityText" t JOIN "Activity" o ON o."id" = t."id" ORDER BY o."createdAt", o."id";
UPDATE "ActivityWords" w SET "words" = "inBlock"(t."words", w."seq") FROM "ActivityText" t WHERE w."id" = t."id";
