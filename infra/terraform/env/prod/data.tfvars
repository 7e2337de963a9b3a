region       = "eu-central-1"
environment  = "prod"
state_bucket = "ganglion-prod-states"
postgres     = { version = "18.1", min_capacity = 8, max_capacity = 64, instances = 2, backup_days = 35 }
valkey       = { node_type = "cache.m7g.large", nodes = 2 }
archive      = { days = 3650, mode = "COMPLIANCE" }
protect      = true
