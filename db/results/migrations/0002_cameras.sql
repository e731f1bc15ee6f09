-- owners of cameras, by the name that registers call them
CREATE TABLE camera_units (
  unit_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- files that wait for a decision; nothing of them is in the register
CREATE TABLE camera_imports (
  import_id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision > 0),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  encoding TEXT NOT NULL,
  content TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  uploaded_at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL,
  edited_by_name TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- the register as a source stated it on a day; an older state stays
CREATE TABLE camera_states (
  state_id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
  source TEXT NOT NULL CHECK (length(trim(source)) > 0),
  -- the kinds of camera of which it is the whole register
  kinds TEXT NOT NULL CHECK (json_valid(kinds) AND json_array_length(kinds) > 0),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
  imported_at INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  imported_by_name TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER camera_states_are_new BEFORE INSERT ON camera_states
WHEN EXISTS (SELECT 1 FROM camera_states WHERE state_id = NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'a state of the register never changes'); END;
--> statement-breakpoint
CREATE TRIGGER camera_states_are_never_changed BEFORE UPDATE ON camera_states
BEGIN SELECT RAISE(ABORT, 'a state of the register never changes'); END;
--> statement-breakpoint
CREATE TRIGGER camera_states_are_never_deleted BEFORE DELETE ON camera_states
BEGIN SELECT RAISE(ABORT, 'a state of the register is kept'); END;
--> statement-breakpoint
-- where cameras are and whose; there is no column for footage or for what a camera looks at
CREATE TABLE cameras (
  state_id INTEGER NOT NULL REFERENCES camera_states (state_id),
  -- of the file
  line INTEGER NOT NULL CHECK (line > 0),
  kind TEXT NOT NULL CHECK (kind IN ('integrated', 'linkable', 'planned')),
  unit_id INTEGER NOT NULL REFERENCES camera_units (unit_id),
  -- the register's own number of the camera
  number TEXT CHECK (length(number) > 0),
  count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 100000),
  district INTEGER NOT NULL CHECK (district BETWEEN 1 AND 99),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  place TEXT NOT NULL,
  PRIMARY KEY (state_id, line),
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX cameras_by_number ON cameras (state_id, unit_id, number) WHERE number IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cameras_by_latitude ON cameras (state_id, latitude) WHERE latitude IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER cameras_are_new BEFORE INSERT ON cameras
WHEN EXISTS (SELECT 1 FROM cameras WHERE state_id = NEW.state_id AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'a state of the register never changes'); END;
--> statement-breakpoint
CREATE TRIGGER cameras_are_never_changed BEFORE UPDATE ON cameras
BEGIN SELECT RAISE(ABORT, 'a state of the register never changes'); END;
--> statement-breakpoint
CREATE TRIGGER cameras_are_never_deleted BEFORE DELETE ON cameras
BEGIN SELECT RAISE(ABORT, 'a state of the register is kept'); END;
--> statement-breakpoint
CREATE TABLE camera_proposals (
  proposal_id TEXT PRIMARY KEY CHECK (proposal_id GLOB '[0-9][0-9][0-9][0-9]-[0-9]*'),
  -- every change counts one on, so that nobody decides on what they have not seen
  revision INTEGER NOT NULL CHECK (revision > 0),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  -- the threat that the cameras are to meet
  threat TEXT NOT NULL CHECK (length(trim(threat)) > 0),
  cameras INTEGER NOT NULL CHECK (cameras BETWEEN 1 AND 1000),
  responsible TEXT NOT NULL CHECK (length(trim(responsible)) > 0),
  district INTEGER NOT NULL CHECK (district BETWEEN 1 AND 99),
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  -- a place of a publication, where it was proposed for one
  publication_id TEXT REFERENCES publications (publication_id),
  place_id TEXT CHECK (length(place_id) > 0),
  place_name TEXT NOT NULL CHECK (length(trim(place_name)) > 0),
  proposed_on TEXT NOT NULL CHECK (proposed_on IS date(proposed_on)),
  -- a decided proposal that this one corrects
  corrects TEXT REFERENCES camera_proposals (proposal_id),
  status TEXT NOT NULL CHECK (status IN ('open', 'decided', 'dropped')),
  -- the decision with its number, or why it was given up
  ending TEXT,
  ended_on TEXT CHECK (ended_on IS date(ended_on)),
  ended_by_name TEXT,
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
  edited_at INTEGER NOT NULL,
  edited_by_name TEXT NOT NULL,
  CHECK ((publication_id IS NULL) = (place_id IS NULL)),
  CHECK ((status = 'open') = (ending IS NULL) AND (status = 'open') = (ended_on IS NULL)
    AND (status = 'open') = (ended_by_name IS NULL)),
  CHECK (ending IS NULL OR length(trim(ending)) > 0),
  CHECK (ended_on >= proposed_on)
) STRICT;
--> statement-breakpoint
-- the city's rule, a step a row: 1 data of the services, 2 requests, 3 footage and cameras there are,
-- 4 this survey, 5 other means, 6 privacy, 7 the district council
CREATE TABLE camera_proposal_steps (
  proposal_id TEXT NOT NULL REFERENCES camera_proposals (proposal_id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 7),
  revision INTEGER NOT NULL CHECK (revision > 0),
  -- what it says, who says it (with a number of a document), and of which day it is
  findings TEXT NOT NULL,
  source TEXT NOT NULL,
  evidence_on TEXT CHECK (evidence_on IS date(evidence_on)),
  -- of step 4
  publication_id TEXT REFERENCES publications (publication_id),
  survey_flag TEXT CHECK (length(survey_flag) > 0),
  survey_place TEXT CHECK (length(survey_place) > 0),
  -- of step 7
  consultation_id TEXT REFERENCES consultations (consultation_id),
  edited_at INTEGER NOT NULL,
  edited_by_name TEXT NOT NULL,
  confirmed_at INTEGER,
  confirmed_by TEXT,
  confirmed_by_name TEXT,
  -- why the last confirmation was taken back
  taken_back TEXT,
  PRIMARY KEY (proposal_id, position),
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL) = (confirmed_by_name IS NULL)),
  CHECK (confirmed_at IS NULL OR length(trim(findings)) > 0),
  CHECK (confirmed_at IS NULL OR position IN (4, 5, 7) OR (length(trim(source)) > 0 AND evidence_on IS NOT NULL)),
  CHECK (confirmed_at IS NULL OR position <> 4
    OR (publication_id IS NOT NULL AND (survey_flag IS NOT NULL OR survey_place IS NOT NULL))),
  CHECK (confirmed_at IS NULL OR position <> 7 OR consultation_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- what else was tried at the place, since when, and why it did not suffice
CREATE TABLE camera_proposal_means (
  proposal_id TEXT NOT NULL REFERENCES camera_proposals (proposal_id),
  number INTEGER NOT NULL CHECK (number > 0),
  means TEXT NOT NULL CHECK (means IN
    ('light', 'upkeep', 'patrols', 'prevention', 'alcohol', 'venue', 'traffic', 'event', 'other')),
  since TEXT NOT NULL CHECK (since IS date(since)),
  until TEXT CHECK (until IS date(until)),
  why_not TEXT NOT NULL CHECK (length(trim(why_not)) > 0),
  PRIMARY KEY (proposal_id, number),
  CHECK (until >= since)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_begin_open BEFORE INSERT ON camera_proposals
WHEN NEW.status <> 'open' OR NEW.revision <> 1
  OR EXISTS (SELECT 1 FROM camera_proposals WHERE proposal_id = NEW.proposal_id)
BEGIN SELECT RAISE(ABORT, 'a proposal begins open'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_correct_a_decided_one BEFORE INSERT ON camera_proposals
WHEN NEW.corrects IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM camera_proposals WHERE proposal_id = NEW.corrects AND status = 'decided'
)
BEGIN SELECT RAISE(ABORT, 'a proposal corrects a decided one'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_are_never_deleted BEFORE DELETE ON camera_proposals
BEGIN SELECT RAISE(ABORT, 'a proposal is given up, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_end_once BEFORE UPDATE ON camera_proposals
WHEN OLD.status <> 'open'
BEGIN SELECT RAISE(ABORT, 'a proposal that ended never changes'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_keep_their_name BEFORE UPDATE ON camera_proposals
WHEN NEW.proposal_id IS NOT OLD.proposal_id OR NEW.proposed_on IS NOT OLD.proposed_on
  OR NEW.corrects IS NOT OLD.corrects OR NEW.synthetic IS NOT OLD.synthetic
BEGIN SELECT RAISE(ABORT, 'a proposal keeps what it was proposed as'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_are_decided_after_the_whole_checklist BEFORE UPDATE ON camera_proposals
WHEN NEW.status = 'decided' AND (
  SELECT count(*) FROM camera_proposal_steps
  WHERE proposal_id = NEW.proposal_id AND confirmed_at IS NOT NULL
) <> 7
BEGIN SELECT RAISE(ABORT, 'a camera proposal is decided only after its whole checklist'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposals_stay_where_the_evidence_is BEFORE UPDATE ON camera_proposals
WHEN (NEW.district IS NOT OLD.district OR NEW.latitude IS NOT OLD.latitude
    OR NEW.longitude IS NOT OLD.longitude OR NEW.place_id IS NOT OLD.place_id
    OR NEW.publication_id IS NOT OLD.publication_id)
  AND EXISTS (
    SELECT 1 FROM camera_proposal_steps WHERE proposal_id = OLD.proposal_id AND confirmed_at IS NOT NULL
  )
BEGIN SELECT RAISE(ABORT, 'confirmed evidence is of its place'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_begin_unconfirmed BEFORE INSERT ON camera_proposal_steps
WHEN NEW.confirmed_at IS NOT NULL OR EXISTS (
  SELECT 1 FROM camera_proposal_steps WHERE proposal_id = NEW.proposal_id AND position = NEW.position
)
BEGIN SELECT RAISE(ABORT, 'a step begins unconfirmed'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_are_never_deleted BEFORE DELETE ON camera_proposal_steps
BEGIN SELECT RAISE(ABORT, 'a step is taken back, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_keep_their_place BEFORE UPDATE ON camera_proposal_steps
WHEN NEW.proposal_id IS NOT OLD.proposal_id OR NEW.position IS NOT OLD.position
BEGIN SELECT RAISE(ABORT, 'a step keeps its place'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_end_with_it BEFORE UPDATE ON camera_proposal_steps
WHEN (SELECT status FROM camera_proposals WHERE proposal_id = OLD.proposal_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'a proposal that ended never changes'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_are_confirmed_in_order BEFORE UPDATE ON camera_proposal_steps
WHEN OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL AND (
  SELECT count(*) FROM camera_proposal_steps
  WHERE proposal_id = NEW.proposal_id AND position < NEW.position AND confirmed_at IS NOT NULL
) <> NEW.position - 1
BEGIN SELECT RAISE(ABORT, 'a step is confirmed after those before it'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_keep_confirmed_evidence BEFORE UPDATE ON camera_proposal_steps
WHEN OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a confirmed step never changes'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_are_taken_back_from_the_end BEFORE UPDATE ON camera_proposal_steps
WHEN OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NULL AND (
  coalesce(trim(NEW.taken_back), '') = '' OR EXISTS (
    SELECT 1 FROM camera_proposal_steps
    WHERE proposal_id = OLD.proposal_id AND position > OLD.position AND confirmed_at IS NOT NULL
  )
)
BEGIN SELECT RAISE(ABORT, 'a step is taken back for a reason, and after those behind it'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_steps_name_other_means BEFORE UPDATE ON camera_proposal_steps
WHEN OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL AND NEW.position = 5 AND (
  NOT EXISTS (SELECT 1 FROM camera_proposal_means WHERE proposal_id = NEW.proposal_id)
  OR EXISTS (
    SELECT 1 FROM camera_proposal_means
    WHERE proposal_id = NEW.proposal_id AND since > date(NEW.confirmed_at / 1000, 'unixepoch')
  )
)
BEGIN SELECT RAISE(ABORT, 'other means are tried before a camera is proposed'); END;
--> statement-breakpoint
-- its council, on the case as it is confirmed: it has answered, or let its time pass
CREATE TRIGGER camera_proposal_steps_wait_for_the_council BEFORE UPDATE ON camera_proposal_steps
WHEN OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL AND NEW.position = 7 AND NOT EXISTS (
  SELECT 1 FROM consultations AS asked JOIN camera_proposals AS proposal ON proposal.proposal_id = NEW.proposal_id
  WHERE asked.consultation_id = NEW.consultation_id AND asked.subject = 'camera-proposal'
    AND asked.subject_id = NEW.proposal_id AND asked.district = proposal.district
    AND (asked.given_on IS NOT NULL OR asked.due_on < date(NEW.confirmed_at / 1000, 'unixepoch'))
    AND asked.sent_at >= (
      SELECT max(confirmed_at) FROM camera_proposal_steps
      WHERE proposal_id = NEW.proposal_id AND position < 7
    )
)
BEGIN SELECT RAISE(ABORT, 'consulted is a council that was asked on the confirmed case and has answered or let pass'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_means_are_added_before_confirmation BEFORE INSERT ON camera_proposal_means
WHEN EXISTS (
  SELECT 1 FROM camera_proposal_steps
  WHERE proposal_id = NEW.proposal_id AND position = 5 AND confirmed_at IS NOT NULL
) OR (SELECT status FROM camera_proposals WHERE proposal_id = NEW.proposal_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'a confirmed step never changes'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_means_are_never_changed BEFORE UPDATE ON camera_proposal_means
BEGIN SELECT RAISE(ABORT, 'other means are written anew, not changed'); END;
--> statement-breakpoint
CREATE TRIGGER camera_proposal_means_are_taken_out_before_confirmation BEFORE DELETE ON camera_proposal_means
WHEN EXISTS (
  SELECT 1 FROM camera_proposal_steps
  WHERE proposal_id = OLD.proposal_id AND position = 5 AND confirmed_at IS NOT NULL
) OR (SELECT status FROM camera_proposals WHERE proposal_id = OLD.proposal_id) <> 'open'
BEGIN SELECT RAISE(ABORT, 'a confirmed step never changes'); END;
