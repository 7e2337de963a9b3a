-- A run and the runs it started hold systems together: reservation.run_id and hold.run_id name the root.
ALTER TABLE hold ADD COLUMN member_id uuid; -- the run that opened the stretch, where it is not the root
COMMENT ON COLUMN hold.run_id IS 'The root run. Stretches of several members may overlap; what counts is their union.';
