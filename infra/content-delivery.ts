import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import type { Settings } from '../src/settings/settings.ts';

export type ContentDeliveryProps = NonNullable<Settings['cdn']> & {
  /** The gateway's own host name. */
  readonly origin: string;
  /** The shared key in every request through CloudFront, by which the API recognises them. */
  readonly edgeKey: string;
};

/** Routes that are personal or change something. They forbid caching anyway; these bypass the cache. */
const PERSONAL = [
  '/calendars/my/*',
  '/confirm*',
  '/preferences*',
  '/unsubscribe*',
  '/v1/subscriptions*',
  '/subscribe',
  '/erase',
  '/relations/*/report',
];

/** CloudFront in front of the public pages. It caches responses by Cache-Control, per path, query and language, and revalidates them by ETag. */
export class ContentDelivery extends Construct {
  constructor(scope: Construct, id: string, { siteDomain, certificateArn, origin, edgeKey }: ContentDeliveryProps) {
    super(scope, id);
    const shared = {
      origin: new HttpOrigin(origin, { customHeaders: { 'Jubilee-Edge-Key': edgeKey } }),
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: this.securityHeaders(),
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    };
    const personal = { ...shared, cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED };
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      defaultBehavior: { ...shared, cachePolicy: this.asTheAnswerSays() },
      additionalBehaviors: Object.fromEntries(PERSONAL.map((path) => [path, personal])),
      domainNames: [siteDomain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    leaveOut(distribution, {
      CFR1: 'The anniversaries of all states are for the readers of all states.',
      CFR2: 'The gateway throttles and the limits hold against floods; a firewall costs more a month than all of Jubilee.',
      CFR3: 'The log of CloudFront would keep who reads what, and the tokens in addresses. The gateway logs routes alone.',
    });
    new CfnOutput(Stack.of(this), 'DnsSite', { value: `${siteDomain} CNAME ${distribution.distributionDomainName}` });
  }

  private asTheAnswerSays(): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, 'Reading', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
      headerBehavior: cloudfront.CacheHeaderBehavior.allowList('Accept', 'Accept-Language'),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  /** Creates headers for CloudFront's own responses; those of the app are stricter and stay. */
  private securityHeaders(): cloudfront.ResponseHeadersPolicy {
    const override = false;
    return new cloudfront.ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), override },
      },
    });
  }
}

function leaveOut(distribution: cloudfront.Distribution, reasons: Readonly<Record<string, string>>): void {
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(distribution).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
}
