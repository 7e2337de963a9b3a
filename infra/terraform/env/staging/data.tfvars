region       = "eu-central-1"
environment  = "staging"
state_bucket = "ganglion-staging-states"
postgres     = { version = "18.1", min_capacity = 2, max_capacity = 16, instances = 2, backup_days = 14 }
valkey       = { node_type = "cache.t4g.small", nodes = 2 }
archive      = { days = 30, mode = "GOVERNANCE" }
protect      = true
