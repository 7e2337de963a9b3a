-- A second index cost each step a quarter of its log and its time. Only a run's list of events sorts by the number, and reads the run's
-- steps by the primary key for it.
DROP INDEX step_event;
