variable "region" {
  description = "AWS region, e.g. eu-central-1."
  type        = string
}

variable "environment" {
  description = "dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment is dev, staging or prod."
  }
}

variable "cidr" {
  description = "The VPC's addresses; a /16."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && endswith(var.cidr, "/16")
    error_message = "cidr is a /16, e.g. 10.20.0.0/16."
  }
}

variable "nat_gateways" {
  description = "1, cheaper, or 3, so that a lost zone takes no other's way out."
  type        = number

  validation {
    condition     = contains([1, 3], var.nat_gateways)
    error_message = "nat_gateways is 1 or 3."
  }
}

variable "domain" {
  description = "Where people reach the dashboard, e.g. app.example.com."
  type        = string
}

variable "identity_domain" {
  description = "Where people sign in, e.g. id.example.com."
  type        = string
}

variable "zone_id" {
  description = "Route 53's public zone with both names."
  type        = string
}

variable "requests_per_address" {
  description = "Requests in five minutes from one address, above which the firewall refuses it. The API has finer limits of its own."
  type        = number
  default     = 200000

  validation {
    condition     = var.requests_per_address >= 1000
    error_message = "requests_per_address is at least 1000."
  }
}

variable "managed_rules" {
  description = "block, or count: what AWS's managed rules do with what they know as bad."
  type        = string
  default     = "block"

  validation {
    condition     = contains(["block", "count"], var.managed_rules)
    error_message = "managed_rules is block or count."
  }
}

variable "log_days" {
  description = "How long access logs and flow logs are kept."
  type        = number
  default     = 90
}

variable "protect" {
  description = "Whether the load balancer is protected from deletion."
  type        = bool
  default     = true
}
