# bucket and region of the states; versioned, encrypted, private, made by hand once
bucket       = "ganglion-dev-states"
region       = "eu-central-1"
encrypt      = true
use_lockfile = true
