terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # told at `terraform init`, by env/<environment>/backend.hcl
  backend "s3" {}
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { project = "ganglion", environment = var.environment, stack = "network" }
  }
}

data "aws_caller_identity" "this" {}

data "aws_availability_zones" "this" {
  state = "available"
}

locals {
  name  = "ganglion-${var.environment}"
  zones = slice(data.aws_availability_zones.this.names, 0, 3)
}
