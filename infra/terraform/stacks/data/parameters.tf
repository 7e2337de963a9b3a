locals {
  # name = [value, whether it takes a restart]
  postgres_parameters = {
    "rds.force_ssl"                     = ["1", false]
    "password_encryption"               = ["scram-sha-256", false]
    "rds.accepted_password_auth_method" = ["scram", true]
    "shared_preload_libraries"          = ["pg_stat_statements,auto_explain", true]

    # what is acknowledged is durable; the default, and never to be anything else
    "synchronous_commit" = ["on", false]

    # a stopped client must not keep what others wait for; the program's roles have 10 s of their own
    "idle_in_transaction_session_timeout" = ["60000", false]

    # slow statements, waits and what was cancelled, without the values in them, which are tenants' data
    "log_min_duration_statement"        = ["1000", false]
    "log_parameter_max_length"          = ["0", false]
    "log_parameter_max_length_on_error" = ["0", false]
    "log_statement"                     = ["none", false] # roles' passwords would be in it
    "log_lock_waits"                    = ["1", false]
    "log_temp_files"                    = ["10240", false]
    "log_autovacuum_min_duration"       = ["10000", false]
    "auto_explain.log_min_duration"     = ["5000", false]

    # queues and holds are tables in which rows come and go: dead ones are taken away early
    "autovacuum_vacuum_scale_factor"  = ["0.02", false]
    "autovacuum_analyze_scale_factor" = ["0.02", false]
    "autovacuum_naptime"              = ["15", false]
  }
}

resource "aws_rds_cluster_parameter_group" "this" {
  name        = "${local.name}-postgres-${local.postgres_major}"
  family      = "aurora-postgresql${local.postgres_major}"
  description = "Ganglion ${var.environment}"

  dynamic "parameter" {
    for_each = local.postgres_parameters
    content {
      name         = parameter.key
      value        = parameter.value[0]
      apply_method = parameter.value[1] ? "pending-reboot" : "immediate"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}
