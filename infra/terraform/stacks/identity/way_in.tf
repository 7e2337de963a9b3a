resource "aws_lb_target_group" "this" {
  name                 = "${local.name}-keycloak"
  vpc_id               = local.network.vpc_id
  target_type          = "ip"
  port                 = 8080
  protocol             = "HTTP"
  deregistration_delay = 30

  health_check {
    path              = "/ready"
    matcher           = "200"
    interval          = 10
    timeout           = 5
    healthy_threshold = 2
  }
}

# What signing in needs; the administration, its API and the first realm are not among it.
resource "aws_lb_listener_rule" "people" {
  listener_arn = local.network.listener_arn
  priority     = 20

  condition {
    host_header {
      values = [local.network.identity_domain]
    }
  }

  condition {
    path_pattern {
      values = ["/realms/ganglion/*", "/resources/*", "/robots.txt"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_lb_listener_rule" "console" {
  count        = length(var.console_networks) > 0 ? 1 : 0
  listener_arn = local.network.listener_arn
  priority     = 21

  condition {
    host_header {
      values = [local.network.identity_domain]
    }
  }

  condition {
    source_ip {
      values = var.console_networks
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}
