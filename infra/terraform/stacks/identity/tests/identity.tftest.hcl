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
  region       = "eu-central-1"
  environment  = "prod"
  state_bucket = "ganglion-prod-states"
  tasks        = { min = 2, max = 4 }
  mail         = { host = "relay.example.internal", port = 25, from = "no-reply@example.com" }
  images       = { keycloak = "example/keycloak:0.1.0", proxy = "example/proxy:0.1.0", database = "example/database:0.1.0" }
}

run "people_reach_the_realm_and_not_the_administration" {
  command = plan

  assert {
    condition     = !contains(flatten([for condition in aws_lb_listener_rule.people.condition : [for path in condition.path_pattern : tolist(path.values)]]), "/admin/*")
    error_message = "the administration is reached by everybody"
  }

  assert {
    condition     = length(aws_lb_listener_rule.console) == 0
    error_message = "nobody reaches the console unless a network is named"
  }
}

run "networks_of_operators_reach_the_console" {
  command = plan

  variables {
    console_networks = ["203.0.113.0/24"]
  }

  assert {
    condition     = length(aws_lb_listener_rule.console) == 1
    error_message = "there is a rule for the console"
  }
}

run "the_backend_is_told_names_that_fit" {
  command = plan

  assert {
    condition     = output.identity.issuer == "https://id.example.com/realms/ganglion" && output.identity.administration == "http://keycloak.ganglion-prod.internal:8081/admin/realms/ganglion"
    error_message = "issuer and administration are where Keycloak is"
  }
}

run "what_makes_the_databases_has_no_password_in_its_definition" {
  command = plan

  assert {
    condition     = length(jsondecode(aws_ecs_task_definition.database.container_definitions)[0].secrets) == 5 && alltrue([for variable in jsondecode(aws_ecs_task_definition.database.container_definitions)[0].environment : !strcontains(variable.name, "PASSWORD")])
    error_message = "passwords come from Secrets Manager"
  }
}

run "an_image_without_a_version_is_refused" {
  command         = plan
  expect_failures = [var.images]

  variables {
    images = { keycloak = "example/keycloak:latest", proxy = "example/proxy:0.1.0", database = "example/database:0.1.0" }
  }
}
