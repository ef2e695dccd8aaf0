-- What each project said last, however often it spoke.
CREATE INDEX decisions_said ON decisions (projects, (kind = 'rehearsal'), id DESC) WHERE kind IN ('moved', 'need', 'rehearsal');
