region       = "eu-central-1"
environment  = "dev"
state_bucket = "ganglion-dev-states"
postgres     = { version = "18.1", min_capacity = 0.5, max_capacity = 4, instances = 1, backup_days = 7 }
valkey       = { node_type = "cache.t4g.micro", nodes = 1 }
archive      = { days = 1, mode = "GOVERNANCE" }
protect      = false
