import * as pulumi from "@pulumi/pulumi";
import { TwoWayTrust } from "./partnertrust";

const config = new pulumi.Config();

const trust = new TwoWayTrust("litware", {
    lync: { server: config.require("lync") },
    exchange: { server: config.require("exchange") },
    check: { sipUri: config.require("testUser") },
});

export const directions = trust.directions.apply(all => all.map(direction => `${direction.from} -> ${direction.to}`).join(", "));
export const exchangeMetadataUrl = trust.exchangeMetadataUrl;
export const proven = trust.checkSucceeded;
