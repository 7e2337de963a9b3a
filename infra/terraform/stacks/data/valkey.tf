# Hints, counters and limits. Nothing of it is backed up: losing all of it loses nothing.
resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = local.name
  description                = "Ganglion ${var.environment}: wake-ups and rate limits"
  engine                     = "valkey"
  engine_version             = "8.0"
  node_type                  = var.valkey.node_type
  num_cache_clusters         = var.valkey.nodes
  automatic_failover_enabled = var.valkey.nodes > 1
  multi_az_enabled           = var.valkey.nodes > 1
  port                       = 6379
  parameter_group_name       = aws_elasticache_parameter_group.this.name
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.valkey.id]
  at_rest_encryption_enabled = true
  kms_key_id                 = module.data_key.arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  auth_token                 = data.aws_secretsmanager_random_password.valkey.random_password
  auth_token_update_strategy = "SET"
  snapshot_retention_limit   = 0
  maintenance_window         = "sun:04:30-sun:05:30"
  apply_immediately          = var.environment == "dev"

  # another one is drawn with each plan; the first stays
  lifecycle {
    ignore_changes = [auth_token]
  }
}

resource "aws_elasticache_parameter_group" "this" {
  name   = "${local.name}-valkey"
  family = "valkey8"

  # counters go first whose time is over soonest
  parameter {
    name  = "maxmemory-policy"
    value = "volatile-ttl"
  }
}

resource "aws_elasticache_subnet_group" "this" {
  name       = local.name
  subnet_ids = local.network.data_subnet_ids
}

data "aws_secretsmanager_random_password" "valkey" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret_version" "valkey" {
  secret_id     = aws_secretsmanager_secret.this["redis-url"].id
  secret_string = "rediss://:${data.aws_secretsmanager_random_password.valkey.random_password}@${aws_elasticache_replication_group.this.primary_endpoint_address}:6379"

  lifecycle {
    ignore_changes = [secret_string]
  }
}
