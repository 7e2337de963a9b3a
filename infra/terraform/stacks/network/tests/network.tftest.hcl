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

variables {
  region          = "eu-central-1"
  environment     = "prod"
  cidr            = "10.40.0.0/16"
  nat_gateways    = 3
  domain          = "app.example.com"
  identity_domain = "id.example.com"
  zone_id         = "Z0EXAMPLE0"
}

run "three_zones_have_subnets_that_do_not_overlap" {
  command = plan

  assert {
    condition     = length(aws_subnet.public) == 3 && length(aws_subnet.private) == 3 && length(aws_subnet.data) == 3
    error_message = "each zone has a public, a private and a data subnet"
  }

  assert {
    condition     = aws_subnet.public["eu-central-1c"].cidr_block == "10.40.2.0/24" && aws_subnet.private["eu-central-1a"].cidr_block == "10.40.16.0/20" && aws_subnet.data["eu-central-1a"].cidr_block == "10.40.8.0/24"
    error_message = "subnets lie where they were planned"
  }
}

run "each_zone_has_its_own_way_out" {
  command = plan

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && alltrue([for zone, of in local.nat_of : zone == of])
    error_message = "with three gateways no zone needs another"
  }
}

run "one_way_out_serves_all_zones" {
  command = plan

  variables {
    nat_gateways = 1
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.private) == 3
    error_message = "three routes lead to one gateway"
  }
}

run "the_way_in_is_tls_alone" {
  command = plan

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && aws_lb_listener.https.protocol == "HTTPS" && strcontains(aws_lb_listener.https.ssl_policy, "TLS13")
    error_message = "plain HTTP is redirected and nothing else"
  }

  assert {
    condition     = aws_lb_listener.https.default_action[0].fixed_response[0].status_code == "404" && aws_lb.this.drop_invalid_header_fields && aws_lb.this.enable_deletion_protection
    error_message = "names that are nobody's get 404"
  }
}

run "bodies_are_not_judged_by_the_firewall" {
  command = plan

  assert {
    condition     = alltrue([for rule in ["SizeRestrictions_BODY", "GenericRFI_BODY"] : contains(local.managed_rules.AWSManagedRulesCommonRuleSet.counted, rule)])
    error_message = "workflows and prompts look like attacks"
  }
}

run "another_environment_is_refused" {
  command         = plan
  expect_failures = [var.environment]

  variables {
    environment = "test"
  }
}

run "two_gateways_are_refused" {
  command         = plan
  expect_failures = [var.nat_gateways]

  variables {
    nat_gateways = 2
  }
}

run "a_small_network_is_refused" {
  command         = plan
  expect_failures = [var.cidr]

  variables {
    cidr = "10.40.0.0/20"
  }
}
