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

override_data {
  target = data.terraform_remote_state.data
  values = {
    outputs = {
      data = {
        data_key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/data", vault_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/vault"
        postgres_host   = "db.example.internal", postgres_cluster = "ganglion-prod", postgres_admin = "administrator", postgres_max_acu = 64
        postgres_secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds-1"
        valkey_group    = "ganglion-prod", backup_vault_name = "ganglion-prod"
        secrets = { for name in ["db-owner", "db-app", "db-engine", "db-keycloak", "redis-url", "session", "operator", "oidc-client", "oidc-admin", "keycloak-admin", "mail", "stripe"] :
        name => "arn:aws:secretsmanager:eu-central-1:123456789012:secret:ganglion-prod/${name}-AbCdEf" }
      }
    }
  }
}

override_data {
  target = data.terraform_remote_state.identity
  values = {
    outputs = {
      identity = {
        issuer = "https://id.example.com/realms/ganglion", administration = "http://keycloak.ganglion-prod.internal:8081/admin/realms/ganglion"
      }
    }
  }
}

override_data {
  target = data.terraform_remote_state.observability
  values = {
    outputs = {
      observability = {
        workspace_arn = "arn:aws:aps:eu-central-1:123456789012:workspace/ws-1", remote_write_url = "https://aps.example/workspaces/ws-1/api/v1/remote_write"
      }
    }
  }
}

variables {
  region       = "eu-central-1"
  environment  = "prod"
  state_bucket = "ganglion-prod-states"
  mail         = { host = "mail.example.com", port = 587, from = "no-reply@example.com" }
  images       = { backend = "example/backend:0.1.0", proxy = "example/proxy:0.1.0", collector = "example/collector:0.159.0" }
  services = {
    api     = { cpu = 2048, memory = 4096, min = 3, max = 12 }
    worker  = { cpu = 2048, memory = 8192, min = 3, max = 40 }
    webhook = { cpu = 1024, memory = 2048, min = 2, max = 10 }
    sealer  = { cpu = 1024, memory = 4096, min = 2, max = 2 }
  }
}

run "every_process_is_told_what_it_needs" {
  command = plan

  assert {
    condition     = alltrue([for name in ["GANGLION_DB_URL", "GANGLION_VAULT_AWS_KEY", "GANGLION_PUBLIC_URL", "GANGLION_OIDC_URL"] : contains(keys(local.environment), name)])
    error_message = "a setting is missing"
  }

  assert {
    condition     = strcontains(local.environment.GANGLION_DB_URL, "sslmode=verify-full")
    error_message = "the database's certificate is checked"
  }

  assert {
    condition     = length(setintersection(keys(local.environment), keys(local.secrets))) == 0 && alltrue([for name in keys(local.environment) : !can(regex("PASSWORD|TOKEN|SECRET", name))])
    error_message = "secrets come from Secrets Manager alone"
  }
}

run "the_laboratory_is_not_in_production_unless_asked_for" {
  command = plan

  assert {
    condition     = !contains(keys(local.environment), "GANGLION_LAB_URL")
    error_message = "the laboratory is there"
  }
}

run "traces_are_off_unless_asked_for" {
  command = plan

  assert {
    condition     = local.environment.GANGLION_TRACES_DISABLED == "true"
    error_message = "traces are recorded"
  }
}

run "traces_are_sent_as_a_share" {
  command = plan

  variables {
    traces_share = 0.1
  }

  assert {
    condition     = local.environment.GANGLION_TRACES_DISABLED == "false" && local.environment.GANGLION_TRACES_SHARE == "0.1"
    error_message = "a share of the traces goes to X-Ray"
  }
}

run "more_than_all_traces_are_refused" {
  command         = plan
  expect_failures = [var.traces_share]

  variables {
    traces_share = 2
  }
}

run "stripe_is_told_with_its_keys" {
  command = plan

  variables {
    stripe = { price = "price_1", meter = "mtr_1" }
  }

  assert {
    condition     = contains(keys(local.secrets), "GANGLION_STRIPE_SECRET_KEY") && local.environment.GANGLION_STRIPE_METER == "mtr_1"
    error_message = "Stripe's settings go together"
  }
}

run "a_setting_of_another_program_is_refused" {
  command         = plan
  expect_failures = [var.settings]

  variables {
    settings = { JAVA_HOME = "/" }
  }
}

run "no_worker_at_all_is_refused" {
  command         = plan
  expect_failures = [var.services]

  variables {
    services = {
      api     = { cpu = 2048, memory = 4096, min = 3, max = 12 }
      worker  = { cpu = 2048, memory = 8192, min = 0, max = 40 }
      webhook = { cpu = 1024, memory = 2048, min = 2, max = 10 }
      sealer  = { cpu = 1024, memory = 4096, min = 2, max = 2 }
    }
  }
}
