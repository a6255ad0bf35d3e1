import * as pulumi from "@pulumi/pulumi";

// What this example uses of the package. `pulumi package add ../../../bin/pulumi-resource-partnertrust` generates all of it.

export interface TwoWayTrustArgs {
    lync: pulumi.Input<{ server: pulumi.Input<string> }>;
    exchange: pulumi.Input<{ server: pulumi.Input<string> }>;
    check?: pulumi.Input<{ sipUri: pulumi.Input<string> }>;
}

export interface TrustDirection {
    from: string;
    to: string;
}

export class TwoWayTrust extends pulumi.ComponentResource {
    declare readonly directions: pulumi.Output<TrustDirection[]>;
    declare readonly exchangeMetadataUrl: pulumi.Output<string>;
    declare readonly checkSucceeded: pulumi.Output<boolean | undefined>;

    constructor(name: string, args: TwoWayTrustArgs, options?: pulumi.ComponentResourceOptions) {
        const outputs = { directions: undefined, exchangeMetadataUrl: undefined, checkSucceeded: undefined };
        super("partnertrust:index:TwoWayTrust", name, { ...outputs, ...args }, options, true /* remote */);
    }
}
