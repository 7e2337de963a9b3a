mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d"] }
  }
  mock_data "aws_secretsmanager_random_password" {
    defaults = { random_password = "aSecretOfThirtyTwoCharactersLong" }
  }
  mock_data "aws_subnet" {
    defaults = { cidr_block = "10.40.16.0/20" }
  }
}

override_data {
  target = data.terraform_remote_state.network
  values = {
    outputs = {
      network = {
        account_id           = "123456789012", vpc_id = "vpc-1", cidr = "10.40.0.0/16"
        private_subnet_ids   = ["subnet-1", "subnet-2", "subnet-3"], data_subnet_ids = ["subnet-4", "subnet-5", "subnet-6"]
        zones                = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
        cluster_name         = "ganglion-prod", cluster_arn = "arn:aws:ecs:eu-central-1:123456789012:cluster/ganglion-prod"
        namespace_id         = "ns-1", namespace = "ganglion-prod.internal"
        listener_arn         = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/ganglion-prod/1/2"
        load_balancer_suffix = "app/ganglion-prod/1", load_balancer_security_group_id = "sg-1"
        domain               = "app.example.com", identity_domain = "id.example.com"
      }
    }
  }
}

variables {
  region       = "eu-central-1"
  environment  = "prod"
  state_bucket = "ganglion-prod-states"
  postgres     = { version = "18.1", min_capacity = 8, max_capacity = 64, instances = 2, backup_days = 35 }
  valkey       = { node_type = "cache.m7g.large", nodes = 2 }
  archive      = { days = 3650, mode = "COMPLIANCE" }
}

run "postgres_is_encrypted_protected_and_can_be_restored" {
  command = plan

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.deletion_protection && !aws_rds_cluster.this.skip_final_snapshot && aws_rds_cluster.this.backup_retention_period == 35
    error_message = "the cluster is not as it has to be"
  }

  assert {
    condition     = length(aws_rds_cluster_instance.this) == 2 && alltrue([for instance in aws_rds_cluster_instance.this : !instance.publicly_accessible])
    error_message = "there is a second instance, and none is public"
  }

  assert {
    condition     = aws_rds_cluster.this.manage_master_user_password
    error_message = "the administrator's password is AWS's to keep"
  }
}

run "postgres_demands_tls_and_keeps_values_out_of_its_log" {
  command = plan

  assert {
    condition     = local.postgres_parameters["rds.force_ssl"][0] == "1" && local.postgres_parameters["synchronous_commit"][0] == "on" && local.postgres_parameters["log_parameter_max_length"][0] == "0" && local.postgres_parameters["log_statement"][0] == "none"
    error_message = "a parameter has changed that others count on"
  }

  assert {
    condition     = aws_rds_cluster_parameter_group.this.family == "aurora-postgresql18" && length(aws_rds_cluster_parameter_group.this.parameter) == length(local.postgres_parameters)
    error_message = "the group is of the version's family"
  }
}

run "valkey_has_tls_and_takes_over_by_itself" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required" && aws_elasticache_replication_group.this.at_rest_encryption_enabled
    error_message = "Valkey is reached by TLS alone"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "two nodes take over from each other"
  }
}

run "no_secret_but_the_address_of_valkey_is_in_the_state" {
  command = plan

  assert {
    condition     = length(aws_secretsmanager_secret.this) == 12 && aws_secretsmanager_secret.this["db-owner"].recovery_window_in_days == 30
    error_message = "each secret has its place"
  }
}

run "production_s_backups_are_locked" {
  command = plan

  assert {
    condition     = length(aws_backup_vault_lock_configuration.this) == 1 && aws_backup_vault_lock_configuration.this[0].min_retention_days == 7
    error_message = "the vault keeps backups for a week at least"
  }
}

run "a_development_stack_can_be_taken_away" {
  command = plan

  variables {
    environment = "dev"
    protect     = false
    valkey      = { node_type = "cache.t4g.micro", nodes = 1 }
    archive     = { days = 1, mode = "GOVERNANCE" }
  }

  assert {
    condition     = !aws_rds_cluster.this.deletion_protection && aws_rds_cluster.this.skip_final_snapshot && length(aws_backup_vault_lock_configuration.this) == 0 && !aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "nothing keeps it"
  }
}

run "an_older_postgres_is_refused" {
  command         = plan
  expect_failures = [var.postgres]

  variables {
    postgres = { version = "17.6", min_capacity = 8, max_capacity = 64, instances = 2, backup_days = 35 }
  }
}

run "backups_of_a_day_are_refused" {
  command         = plan
  expect_failures = [var.postgres]

  variables {
    postgres = { version = "18.1", min_capacity = 8, max_capacity = 64, instances = 2, backup_days = 1 }
  }
}
