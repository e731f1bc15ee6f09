-- What the desk shows of a wave is counted as it happens, and not over every case whenever somebody looks.
-- Each kind of event has a bit; a case has those of its events, each once, and how many of its codes are
-- active. No row is left of a number that is nothing: the counts say what the cases say, and no history.
CREATE TABLE case_event_kinds (
  kind TEXT PRIMARY KEY,
  bit INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_event_kinds (kind, bit) VALUES
  ('letter-sent', 1), ('reminder-sent', 2), ('called', 4), ('opened', 8), ('started', 16), ('completed', 32),
  ('partial', 64), ('broke-off', 128), ('screened-out', 256), ('refused', 512), ('refused-by-other', 1024),
  ('no-contact', 2048), ('deceased', 4096), ('unable', 8192), ('language-barrier', 16384),
  ('undeliverable', 32768), ('moved-away', 65536), ('withdrawn', 131072), ('code-issued', 262144),
  ('code-revoked', 524288);
--> statement-breakpoint
ALTER TABLE cases ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE cases ADD COLUMN active_codes INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE cases SET
  events = (SELECT coalesce(sum(DISTINCT k.bit), 0) FROM case_events e
            JOIN case_event_kinds k ON k.kind = e.kind WHERE e.case_id = cases.case_id),
  active_codes = (SELECT count(*) FROM access_codes a WHERE a.case_id = cases.case_id AND a.status = 'active');
--> statement-breakpoint
CREATE TABLE case_counts (
  wave_id TEXT NOT NULL,
  district INTEGER NOT NULL,
  stratum TEXT NOT NULL,
  replicate INTEGER NOT NULL,
  released INTEGER NOT NULL,
  status TEXT NOT NULL,
  events INTEGER NOT NULL,
  active_codes INTEGER NOT NULL,
  cases INTEGER NOT NULL CHECK (cases >= 0),
  PRIMARY KEY (wave_id, district, stratum, replicate, released, status, events, active_codes)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_counts
SELECT wave_id, district, stratum, replicate, released, status, events, active_codes, count(*) FROM cases
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
--> statement-breakpoint
-- Cases by the day of an event that the progress of the fieldwork shows.
CREATE TABLE event_day_counts (
  wave_id TEXT NOT NULL,
  released INTEGER NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  cases INTEGER NOT NULL CHECK (cases >= 0),
  PRIMARY KEY (wave_id, released, day, kind)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO event_day_counts
SELECT c.wave_id, c.released, e.occurred_on, e.kind, count(*)
FROM case_events e JOIN cases c ON c.case_id = e.case_id
WHERE e.kind IN ('opened', 'completed', 'partial') GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
CREATE TRIGGER cases_are_counted AFTER INSERT ON cases BEGIN
  INSERT INTO case_counts VALUES (NEW.wave_id, NEW.district, NEW.stratum, NEW.replicate, NEW.released, NEW.status,
    NEW.events, NEW.active_codes, 1)
  ON CONFLICT DO UPDATE SET cases = cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER cases_are_no_longer_counted AFTER DELETE ON cases BEGIN
  UPDATE case_counts SET cases = cases - 1
  WHERE wave_id = OLD.wave_id AND district = OLD.district AND stratum = OLD.stratum AND replicate = OLD.replicate
    AND released = OLD.released AND status = OLD.status AND events = OLD.events
    AND active_codes = OLD.active_codes;
  DELETE FROM case_counts
  WHERE wave_id = OLD.wave_id AND district = OLD.district AND stratum = OLD.stratum AND replicate = OLD.replicate
    AND released = OLD.released AND status = OLD.status AND events = OLD.events
    AND active_codes = OLD.active_codes AND cases = 0;
END;
--> statement-breakpoint
CREATE TRIGGER cases_are_counted_anew
AFTER UPDATE OF wave_id, district, stratum, replicate, released, status, events, active_codes ON cases BEGIN
  UPDATE case_counts SET cases = cases - 1
  WHERE wave_id = OLD.wave_id AND district = OLD.district AND stratum = OLD.stratum AND replicate = OLD.replicate
    AND released = OLD.released AND status = OLD.status AND events = OLD.events
    AND active_codes = OLD.active_codes;
  DELETE FROM case_counts
  WHERE wave_id = OLD.wave_id AND district = OLD.district AND stratum = OLD.stratum AND replicate = OLD.replicate
    AND released = OLD.released AND status = OLD.status AND events = OLD.events
    AND active_codes = OLD.active_codes AND cases = 0;
  INSERT INTO case_counts VALUES (NEW.wave_id, NEW.district, NEW.stratum, NEW.replicate, NEW.released, NEW.status,
    NEW.events, NEW.active_codes, 1)
  ON CONFLICT DO UPDATE SET cases = cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER events_move_with_their_case AFTER UPDATE OF wave_id, released ON cases
WHEN OLD.events & 104 <> 0 BEGIN
  UPDATE event_day_counts SET cases = cases - moved.n
  FROM (SELECT occurred_on AS day, kind, count(*) AS n FROM case_events
        WHERE case_id = OLD.case_id AND kind IN ('opened', 'completed', 'partial') GROUP BY 1, 2) AS moved
  WHERE event_day_counts.wave_id = OLD.wave_id AND event_day_counts.released = OLD.released
    AND event_day_counts.day = moved.day AND event_day_counts.kind = moved.kind;
  DELETE FROM event_day_counts WHERE wave_id = OLD.wave_id AND released = OLD.released AND cases = 0;
  INSERT INTO event_day_counts
  SELECT NEW.wave_id, NEW.released, occurred_on, kind, 1 FROM case_events
  WHERE case_id = NEW.case_id AND kind IN ('opened', 'completed', 'partial')
  ON CONFLICT DO UPDATE SET cases = cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER events_are_counted AFTER INSERT ON case_events BEGIN
  UPDATE cases SET events = events | (SELECT bit FROM case_event_kinds WHERE kind = NEW.kind)
  WHERE case_id = NEW.case_id AND events & (SELECT bit FROM case_event_kinds WHERE kind = NEW.kind) = 0;
  INSERT INTO event_day_counts
  SELECT wave_id, released, NEW.occurred_on, NEW.kind, 1 FROM cases
  WHERE case_id = NEW.case_id AND NEW.kind IN ('opened', 'completed', 'partial')
  ON CONFLICT DO UPDATE SET cases = cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER events_are_no_longer_counted AFTER DELETE ON case_events BEGIN
  UPDATE cases SET events = (
    SELECT coalesce(sum(DISTINCT k.bit), 0) FROM case_events e JOIN case_event_kinds k ON k.kind = e.kind
    WHERE e.case_id = OLD.case_id)
  WHERE case_id = OLD.case_id;
  UPDATE event_day_counts SET cases = cases - 1
  WHERE day = OLD.occurred_on AND kind = OLD.kind
    AND (wave_id, released) IN (SELECT wave_id, released FROM cases WHERE case_id = OLD.case_id);
  DELETE FROM event_day_counts WHERE day = OLD.occurred_on AND kind = OLD.kind AND cases = 0;
END;
--> statement-breakpoint
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON case_events
BEGIN SELECT RAISE(ABORT, 'what happened to a case never changes'); END;
--> statement-breakpoint
CREATE TRIGGER codes_are_counted AFTER INSERT ON access_codes WHEN NEW.status = 'active' BEGIN
  UPDATE cases SET active_codes = active_codes + 1 WHERE case_id = NEW.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER codes_are_no_longer_counted AFTER DELETE ON access_codes WHEN OLD.status = 'active' BEGIN
  UPDATE cases SET active_codes = active_codes - 1 WHERE case_id = OLD.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER codes_are_counted_anew AFTER UPDATE OF case_id, status ON access_codes BEGIN
  UPDATE cases SET active_codes = active_codes - 1 WHERE case_id = OLD.case_id AND OLD.status = 'active';
  UPDATE cases SET active_codes = active_codes + 1 WHERE case_id = NEW.case_id AND NEW.status = 'active';
END;
