CREATE TABLE interventions (
  intervention_id TEXT PRIMARY KEY CHECK (intervention_id GLOB '[0-9][0-9][0-9][0-9]-[0-9]*'),
  -- every change counts one on, so that nobody saves over what they have not seen
  revision INTEGER NOT NULL CHECK (revision > 0),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  kind TEXT NOT NULL CHECK (kind IN
    ('light', 'upkeep', 'patrols', 'prevention', 'alcohol', 'venue', 'traffic', 'event', 'camera')),
  description TEXT NOT NULL,
  district INTEGER CHECK (district BETWEEN 1 AND 99),
  place_id TEXT CHECK (length(place_id) > 0),
  place_name TEXT,
  responsible TEXT NOT NULL CHECK (length(trim(responsible)) > 0),
  proposed_on TEXT NOT NULL CHECK (proposed_on IS date(proposed_on)),
  starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
  ends_on TEXT CHECK (ends_on IS date(ends_on)),
  -- whole złoty
  cost INTEGER CHECK (cost >= 0),
  aim_indicator TEXT CHECK (length(aim_indicator) > 0),
  -- percentage points by which the indicator is to improve
  aim_size REAL CHECK (aim_size > 0 AND aim_size <= 100),
  -- the flag that it answers, as its page names it
  flag TEXT,
  -- waves whose figures raised the flag, parted by spaces: of a rolling year both
  flag_waves TEXT NOT NULL CHECK (flag IS NOT NULL OR flag_waves = ''),
  -- addresses and document numbers, one a line
  documents TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN
    ('proposed', 'consulted', 'decided', 'under-way', 'done', 'dropped')),
  decided_on TEXT CHECK (decided_on IS date(decided_on)),
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
  CHECK (district IS NOT NULL OR place_id IS NOT NULL),
  CHECK ((place_id IS NULL) = (place_name IS NULL)),
  CHECK ((aim_indicator IS NULL) = (aim_size IS NULL)),
  CHECK (ends_on >= starts_on)
) STRICT;
--> statement-breakpoint
CREATE INDEX interventions_by_district ON interventions (district);
--> statement-breakpoint
CREATE INDEX interventions_by_place ON interventions (place_id) WHERE place_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER interventions_begin_as_proposals BEFORE INSERT ON interventions
WHEN NEW.status <> 'proposed' OR NEW.revision <> 1 OR NEW.decided_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an intervention begins as a proposal'); END;
--> statement-breakpoint
CREATE TRIGGER interventions_are_never_deleted BEFORE DELETE ON interventions
BEGIN SELECT RAISE(ABORT, 'an intervention is dropped, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER interventions_keep_their_proposal BEFORE UPDATE ON interventions
WHEN NEW.intervention_id IS NOT OLD.intervention_id OR NEW.proposed_on IS NOT OLD.proposed_on
  OR NEW.synthetic IS NOT OLD.synthetic OR NEW.flag IS NOT OLD.flag
  OR NEW.flag_waves IS NOT OLD.flag_waves
BEGIN SELECT RAISE(ABORT, 'an intervention keeps what it was proposed as'); END;
--> statement-breakpoint
CREATE TRIGGER interventions_change_status_by_steps BEFORE UPDATE OF status, decided_on ON interventions
WHEN NEW.status IS NOT (
    SELECT status FROM intervention_steps
    WHERE intervention_id = NEW.intervention_id ORDER BY position DESC LIMIT 1
  )
  OR NEW.decided_on IS NOT (
    SELECT step_on FROM intervention_steps WHERE intervention_id = NEW.intervention_id AND status = 'decided'
  )
BEGIN SELECT RAISE(ABORT, 'a status changes by a step'); END;
--> statement-breakpoint
CREATE TABLE intervention_steps (
  intervention_id TEXT NOT NULL REFERENCES interventions (intervention_id),
  position INTEGER NOT NULL CHECK (position > 0),
  status TEXT NOT NULL CHECK (status IN
    ('proposed', 'consulted', 'decided', 'under-way', 'done', 'dropped')),
  step_on TEXT NOT NULL CHECK (step_on IS date(step_on)),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  PRIMARY KEY (intervention_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE consultations (
  consultation_id TEXT PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('intervention', 'camera-proposal')),
  subject_id TEXT NOT NULL,
  -- what the council was asked, as it was sent
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  district INTEGER NOT NULL CHECK (district BETWEEN 1 AND 99),
  proposed_on TEXT NOT NULL CHECK (proposed_on IS date(proposed_on)),
  sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
  sent_at INTEGER NOT NULL,
  sent_by TEXT NOT NULL,
  sent_by_name TEXT NOT NULL,
  opinion TEXT CHECK (opinion IN ('for', 'against', 'conditions')),
  opinion_text TEXT,
  resolution_number TEXT,
  given_on TEXT CHECK (given_on IS date(given_on)),
  given_at INTEGER,
  given_by TEXT,
  given_by_name TEXT,
  CHECK (sent_on >= proposed_on),
  CHECK (due_on >= sent_on),
  CHECK (given_on >= sent_on),
  CHECK ((opinion IS NULL) = (given_on IS NULL) AND (opinion IS NULL) = (given_at IS NULL)
    AND (opinion IS NULL) = (given_by IS NULL) AND (opinion IS NULL) = (given_by_name IS NULL)
    AND (opinion IS NULL) = (opinion_text IS NULL) AND (opinion IS NULL) = (resolution_number IS NULL)),
  CHECK (opinion IS NOT 'conditions' OR length(trim(opinion_text)) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX consultations_by_subject ON consultations (subject, subject_id);
--> statement-breakpoint
CREATE TRIGGER consultations_are_of_an_intervention BEFORE INSERT ON consultations
WHEN NEW.subject = 'intervention' AND NOT EXISTS (
  SELECT 1 FROM interventions WHERE intervention_id = NEW.subject_id AND proposed_on = NEW.proposed_on
)
BEGIN SELECT RAISE(ABORT, 'a consultation knows the day of its proposal'); END;
--> statement-breakpoint
CREATE TRIGGER consultations_are_sent_without_an_opinion BEFORE INSERT ON consultations
WHEN NEW.opinion IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a council is asked before it answers'); END;
--> statement-breakpoint
CREATE TRIGGER consultations_change_by_one_opinion BEFORE UPDATE ON consultations
WHEN OLD.opinion IS NOT NULL OR NEW.consultation_id IS NOT OLD.consultation_id
  OR NEW.subject IS NOT OLD.subject OR NEW.subject_id IS NOT OLD.subject_id OR NEW.title IS NOT OLD.title
  OR NEW.district IS NOT OLD.district OR NEW.proposed_on IS NOT OLD.proposed_on
  OR NEW.sent_on IS NOT OLD.sent_on OR NEW.due_on IS NOT OLD.due_on OR NEW.sent_at IS NOT OLD.sent_at
  OR NEW.sent_by IS NOT OLD.sent_by OR NEW.sent_by_name IS NOT OLD.sent_by_name
BEGIN SELECT RAISE(ABORT, 'an opinion is given once and never changes'); END;
--> statement-breakpoint
CREATE TRIGGER consultations_are_never_deleted BEFORE DELETE ON consultations
BEGIN SELECT RAISE(ABORT, 'a consultation is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_steps_follow_each_other BEFORE INSERT ON intervention_steps
WHEN NOT EXISTS (
  SELECT 1
  FROM interventions AS own
  LEFT JOIN intervention_steps AS last ON last.intervention_id = own.intervention_id
    AND last.position = (SELECT max(position) FROM intervention_steps WHERE intervention_id = own.intervention_id)
  WHERE own.intervention_id = NEW.intervention_id
    AND NEW.position = coalesce(last.position, 0) + 1
    AND NEW.step_on >= coalesce(last.step_on, own.proposed_on)
    AND (
      (last.status IS NULL AND NEW.status = 'proposed')
      OR (last.status = 'proposed' AND NEW.status IN ('consulted', 'dropped'))
      OR (last.status = 'consulted' AND NEW.status IN ('decided', 'dropped'))
      OR (last.status = 'decided' AND NEW.status IN ('under-way', 'dropped'))
      OR (last.status = 'under-way' AND NEW.status IN ('done', 'dropped'))
    )
)
BEGIN SELECT RAISE(ABORT, 'the steps of an intervention follow each other'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_steps_wait_for_the_council BEFORE INSERT ON intervention_steps
WHEN NEW.status = 'consulted' AND (
  NOT EXISTS (
    SELECT 1 FROM consultations WHERE subject = 'intervention' AND subject_id = NEW.intervention_id
  )
  OR EXISTS (
    SELECT 1 FROM consultations WHERE subject = 'intervention' AND subject_id = NEW.intervention_id
      AND NOT (coalesce(given_on <= NEW.step_on, 0) OR due_on < NEW.step_on)
  )
)
BEGIN SELECT RAISE(ABORT, 'consulted is what every council asked has answered or let pass'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_steps_say_why_dropped BEFORE INSERT ON intervention_steps
WHEN NEW.status = 'dropped' AND length(trim(NEW.reason)) = 0
BEGIN SELECT RAISE(ABORT, 'an intervention is dropped for a reason'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_steps_carry_the_status AFTER INSERT ON intervention_steps
BEGIN
  UPDATE interventions SET status = NEW.status,
    decided_on = CASE WHEN NEW.status = 'decided' THEN NEW.step_on ELSE decided_on END
  WHERE intervention_id = NEW.intervention_id;
END;
--> statement-breakpoint
CREATE TRIGGER intervention_steps_are_never_changed BEFORE UPDATE ON intervention_steps
BEGIN SELECT RAISE(ABORT, 'a step that was taken stays'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_steps_are_never_deleted BEFORE DELETE ON intervention_steps
BEGIN SELECT RAISE(ABORT, 'a step that was taken stays'); END;
--> statement-breakpoint
-- districts or places that an intervention is compared with
CREATE TABLE intervention_comparisons (
  intervention_id TEXT NOT NULL REFERENCES interventions (intervention_id),
  -- `D07`, or the id of a place
  area TEXT NOT NULL,
  area_kind TEXT NOT NULL CHECK (area_kind IN ('district', 'place')),
  name TEXT NOT NULL,
  PRIMARY KEY (intervention_id, area)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE intervention_freezes (
  intervention_id TEXT PRIMARY KEY REFERENCES interventions (intervention_id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- written by the database itself when a comparison is frozen: what the city knew at that moment
CREATE TABLE intervention_known_publications (
  intervention_id TEXT NOT NULL REFERENCES intervention_freezes (intervention_id),
  publication_id TEXT NOT NULL REFERENCES publications (publication_id),
  PRIMARY KEY (intervention_id, publication_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER intervention_comparisons_are_elsewhere BEFORE INSERT ON intervention_comparisons
WHEN EXISTS (
  SELECT 1 FROM interventions WHERE intervention_id = NEW.intervention_id
    AND (place_id = NEW.area OR NEW.area = printf('D%02d', district)
      OR (NEW.area_kind = 'place' AND place_id IS NULL))
)
BEGIN SELECT RAISE(ABORT, 'an intervention is compared with where it does not happen'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_comparisons_are_not_added_to BEFORE INSERT ON intervention_comparisons
WHEN EXISTS (SELECT 1 FROM intervention_freezes WHERE intervention_id = NEW.intervention_id)
BEGIN SELECT RAISE(ABORT, 'a frozen comparison never changes'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_comparisons_are_not_changed BEFORE UPDATE ON intervention_comparisons
BEGIN SELECT RAISE(ABORT, 'a comparison is chosen anew, not changed'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_comparisons_are_not_taken_from BEFORE DELETE ON intervention_comparisons
WHEN EXISTS (SELECT 1 FROM intervention_freezes WHERE intervention_id = OLD.intervention_id)
BEGIN SELECT RAISE(ABORT, 'a frozen comparison never changes'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_freezes_come_before_the_result BEFORE INSERT ON intervention_freezes
WHEN EXISTS (
  SELECT 1 FROM publications, interventions
  WHERE intervention_id = NEW.intervention_id AND json_extract(wave, '$.fieldworkTo') >= starts_on
)
BEGIN SELECT RAISE(ABORT, 'a comparison is frozen before the result is known'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_freezes_are_of_something BEFORE INSERT ON intervention_freezes
WHEN (SELECT count(*) FROM intervention_comparisons WHERE intervention_id = NEW.intervention_id) < 2
  OR NOT EXISTS (
    SELECT 1 FROM interventions WHERE intervention_id = NEW.intervention_id AND aim_indicator IS NOT NULL
  )
BEGIN SELECT RAISE(ABORT, 'a comparison that is frozen has an aim and two areas'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_freezes_keep_what_was_known AFTER INSERT ON intervention_freezes
BEGIN
  INSERT INTO intervention_known_publications (intervention_id, publication_id)
  SELECT NEW.intervention_id, publication_id FROM publications;
END;
--> statement-breakpoint
CREATE TRIGGER intervention_freezes_are_never_changed BEFORE UPDATE ON intervention_freezes
BEGIN SELECT RAISE(ABORT, 'a frozen comparison never changes'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_freezes_are_never_deleted BEFORE DELETE ON intervention_freezes
BEGIN SELECT RAISE(ABORT, 'a frozen comparison never changes'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_known_publications_are_the_database_s BEFORE INSERT ON intervention_known_publications
WHEN (SELECT received_at FROM publications WHERE publication_id = NEW.publication_id)
  > (SELECT at FROM intervention_freezes WHERE intervention_id = NEW.intervention_id)
BEGIN SELECT RAISE(ABORT, 'what was known is what had arrived'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_known_publications_are_never_changed BEFORE UPDATE ON intervention_known_publications
BEGIN SELECT RAISE(ABORT, 'what was known stays'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_known_publications_are_never_deleted BEFORE DELETE ON intervention_known_publications
BEGIN SELECT RAISE(ABORT, 'what was known stays'); END;
--> statement-breakpoint
-- where, what for and (once a result is known) when belong to the frozen comparison
CREATE TRIGGER interventions_keep_what_was_frozen BEFORE UPDATE ON interventions
WHEN EXISTS (SELECT 1 FROM intervention_freezes WHERE intervention_id = OLD.intervention_id) AND (
  NEW.district IS NOT OLD.district OR NEW.place_id IS NOT OLD.place_id
  OR NEW.aim_indicator IS NOT OLD.aim_indicator OR NEW.aim_size IS NOT OLD.aim_size
  OR (NEW.starts_on IS NOT OLD.starts_on AND EXISTS (
    SELECT 1 FROM publications WHERE json_extract(wave, '$.fieldworkTo') >= min(NEW.starts_on, OLD.starts_on)
  ))
)
BEGIN SELECT RAISE(ABORT, 'a frozen comparison never changes'); END;
--> statement-breakpoint
-- an intervention that moves must not move into its own comparison
CREATE TRIGGER interventions_stay_apart_from_their_comparison BEFORE UPDATE OF district, place_id ON interventions
WHEN (NEW.district IS NOT OLD.district OR NEW.place_id IS NOT OLD.place_id)
  AND EXISTS (
    SELECT 1 FROM intervention_comparisons WHERE intervention_id = OLD.intervention_id
      AND (area = NEW.place_id OR area = printf('D%02d', NEW.district)
        OR (area_kind = 'place' AND NEW.place_id IS NULL))
  )
BEGIN SELECT RAISE(ABORT, 'an intervention is compared with where it does not happen'); END;
--> statement-breakpoint
-- who did what, when, and what it changed
CREATE TABLE intervention_acts (
  act_id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('intervention', 'camera-proposal')),
  subject_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  act TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
--> statement-breakpoint
CREATE INDEX intervention_acts_by_subject ON intervention_acts (subject, subject_id, act_id);
--> statement-breakpoint
CREATE TRIGGER intervention_acts_are_never_changed BEFORE UPDATE ON intervention_acts
BEGIN SELECT RAISE(ABORT, 'what was done stays done'); END;
--> statement-breakpoint
CREATE TRIGGER intervention_acts_are_never_deleted BEFORE DELETE ON intervention_acts
BEGIN SELECT RAISE(ABORT, 'what was done stays done'); END;
