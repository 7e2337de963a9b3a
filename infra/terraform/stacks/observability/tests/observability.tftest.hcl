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

variables {
  region          = "eu-central-1"
  environment     = "prod"
  state_bucket    = "ganglion-prod-states"
  alarm_addresses = ["operators@example.com"]
  services        = { api = 3, worker = 3, webhook = 2, sealer = 2, keycloak = 2 }
}

run "the_rules_are_those_of_the_repository" {
  command = plan

  assert {
    condition     = contains(keys(aws_prometheus_rule_group_namespace.this), "ganglion.yaml")
    error_message = "infra/observability/prometheus/rules is read"
  }
}

run "each_service_has_an_alarm_for_its_tasks" {
  command = plan

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.tasks) == 5 && aws_cloudwatch_metric_alarm.tasks["worker"].threshold == 3
    error_message = "an alarm a service"
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.treat_missing_data == "notBreaching"])
    error_message = "no data is no alarm where nothing happens"
  }
}

run "grafana_may_be_left_out" {
  command = plan

  variables {
    grafana = false
  }

  assert {
    condition     = length(aws_grafana_workspace.this) == 0 && output.observability.grafana_url == null
    error_message = "there is no Grafana"
  }
}

run "what_is_no_address_is_refused" {
  command         = plan
  expect_failures = [var.alarm_addresses]

  variables {
    alarm_addresses = ["operators"]
  }
}

run "a_service_without_a_number_is_refused" {
  command         = plan
  expect_failures = [var.services]

  variables {
    services = { api = 3 }
  }
}
